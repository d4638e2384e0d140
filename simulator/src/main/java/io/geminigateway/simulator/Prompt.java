package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a request says, as far as the simulator listens: its words and media, and whether the last words ask
/// for an echo or for what there is to see.
record Prompt(List<String> texts, List<JsonObject> media) {
    private static final String ECHO = "echo: ";
    private static final String LOOK = "look";

    static Prompt of(JsonObject request) {
        return new Prompt(
                objects(request.getValue("contents"))
                        .flatMap(content -> textsOf(content).stream())
                        .toList(),
                objects(request.getValue("contents"))
                        .flatMap(content -> objects(content.getValue("parts")))
                        .filter(part -> inline(part) != null || file(part) != null)
                        .toList());
    }

    static List<String> textsOf(JsonObject content) {
        return objects(content.getValue("parts"))
                .map(part -> part.getValue("text"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /// What is to be echoed.
    Optional<String> echo() {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.getLast())
                        .filter(text -> text.startsWith(ECHO))
                        .map(text -> text.substring(ECHO.length()));
    }

    /// What there is to see, if that is asked for.
    Optional<String> sight() {
        return texts.isEmpty() || !texts.getLast().strip().equals(LOOK)
                ? Optional.empty()
                : Optional.of("I see: " + media.stream().map(Prompt::seen).collect(Collectors.joining(", ")));
    }

    private static String seen(JsonObject part) {
        if (inline(part) instanceof JsonObject blob) {
            var type = blob.getString("mimeType", blob.getString("mime_type"));
            return "%s of %d bytes".formatted(type, bytes(blob.getString("data")).length);
        }
        return String.valueOf(uri(part));
    }

    /// The address of the file that a part names; null if it names none.
    static @Nullable Object uri(JsonObject part) {
        return file(part) instanceof JsonObject file ? file.getValue("fileUri", file.getValue("file_uri")) : null;
    }

    private static @Nullable Object inline(JsonObject part) {
        return part.getValue("inlineData", part.getValue("inline_data"));
    }

    private static @Nullable Object file(JsonObject part) {
        return part.getValue("fileData", part.getValue("file_data"));
    }

    /// Google takes both alphabets of base64.
    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    }

    /// A token is a word; every prompt has one.
    int tokens() {
        return Math.max(1, texts.stream().mapToInt(Prompt::words).sum());
    }

    static int words(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    /// Where Google takes a list it also takes its only element.
    static Stream<JsonObject> objects(Object value) {
        return switch (value) {
            case JsonArray list ->
                list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
            case JsonObject object -> Stream.of(object);
            case null, default -> Stream.empty();
        };
    }
}
