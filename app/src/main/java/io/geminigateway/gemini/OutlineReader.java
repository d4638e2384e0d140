package io.geminigateway.gemini;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/// Walks over a request once and notes its outline. Goes down where contents and their files can be, and skips what
/// else
/// there is: what a client or a tool writes is never taken for a name.
final class OutlineReader {
    private static final NameCache NAMES = new NameCache();

    private final byte[] json;
    private final JsonScanner scanner;
    private final List<RequestOutline.Mention> models = new ArrayList<>(1);
    private final Set<String> held = new LinkedHashSet<>(0);
    private final CRC32C instruction = new CRC32C();
    private final CRC32C beginning = new CRC32C();

    OutlineReader(byte[] json) {
        this.json = json;
        scanner = new JsonScanner(json);
    }

    RequestOutline read() {
        if (scanner.peek() != '{') {
            throw JsonScanner.malformed("it is no object");
        }
        object();
        scanner.end();
        return new RequestOutline(models, held, opening());
    }

    private void object() {
        scanner.open(true);
        while (scanner.hasNext()) {
            member(scanner.name(NAMES));
        }
        scanner.close();
    }

    private void member(String name) {
        var next = scanner.peek();
        switch (name) {
            case "systemInstruction", "system_instruction" -> opening(instruction);
            case "contents", "content" -> contents();
            case "parts",
                    "requests",
                    "generateContentRequest",
                    "generate_content_request",
                    "fileData",
                    "file_data",
                    "functionResponse",
                    "function_response" -> descend();
            case "fileUri", "file_uri" -> text().flatMap(HeldNames::ofFile).ifPresent(held::add);
            case "cachedContent", "cached_content" ->
                text().flatMap(HeldNames::ofCache).ifPresent(held::add);
            case "model" -> {
                var from = scanner.at();
                if (next == '"') {
                    models.add(new RequestOutline.Mention(scanner.string(), from, scanner.at()));
                } else {
                    scanner.skip();
                }
            }
            default -> scanner.skip();
        }
    }

    /// The first content is how the conversation begins.
    private void contents() {
        if (scanner.peek() != '[') {
            opening(beginning);
            return;
        }
        scanner.open(false);
        while (scanner.hasNext()) {
            scanner.peek();
            opening(beginning);
        }
        scanner.close();
    }

    /// Notes the value as an opening, if it is the first of its kind.
    private void opening(CRC32C opening) {
        var from = scanner.at();
        descend();
        if (opening.getValue() == 0) {
            opening.update(json, from, scanner.at() - from);
        }
    }

    private void descend() {
        switch (scanner.peek()) {
            case '{' -> object();
            case '[' -> {
                scanner.open(false);
                while (scanner.hasNext()) {
                    descend();
                }
                scanner.close();
            }
            default -> scanner.skip();
        }
    }

    private Optional<String> text() {
        if (scanner.peek() == '"') {
            return Optional.of(scanner.string());
        }
        scanner.skip();
        return Optional.empty();
    }

    /// Short, and the same for every request of one conversation; empty where nothing was said.
    private String opening() {
        return beginning.getValue() == 0 ? "" : "n%08x-%08x".formatted(instruction.getValue(), beginning.getValue());
    }
}
