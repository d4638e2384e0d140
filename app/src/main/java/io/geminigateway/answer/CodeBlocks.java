package io.geminigateway.answer;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Part;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Code that Google ran on the way to an answer, and what came out, as text: fenced blocks.
final class CodeBlocks {
    private CodeBlocks() {}

    static Optional<String> of(Part part) {
        if (part.executableCode() != null) {
            var language = member(part.executableCode(), "language").toLowerCase(Locale.ROOT);
            return Optional.of(block(language, member(part.executableCode(), "code")));
        }
        if (part.codeExecutionResult() != null) {
            return Optional.of(block("", member(part.codeExecutionResult(), "output")));
        }
        return Optional.empty();
    }

    private static String block(String language, String text) {
        var fence = text.contains("```") ? "````" : "```";
        return "\n" + fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    private static String member(@Nullable String json, String name) {
        return json == null
                ? ""
                : JsonValue.parse(json)
                        .asObject()
                        .map(object -> object.get(name))
                        .flatMap(value -> value == null ? Optional.empty() : value.asText())
                        .orElse("");
    }
}
