package io.geminigateway.gemini;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the `$ref`s of one JSON Schema lead. Only places inside the schema itself are found, and only so many: whoever
/// writes out what is referred to could be made to write for ever.
final class SchemaReferences {
    private static final String HERE = "#";

    /// How much may be handed out, in characters or so.
    private static final int BUDGET = 1 << 20;

    private static final int LEAST = 64;

    private final JsonValue.Members root;
    private int left = BUDGET;

    SchemaReferences(JsonValue.Members root) {
        this.root = root;
    }

    /// The schema that a reference such as `#/$defs/Node` names.
    Optional<JsonValue.Members> find(String reference) {
        return target(reference).filter(this::isWithinBudget);
    }

    private Optional<JsonValue.Members> target(String reference) {
        if (reference.equals(HERE)) {
            return Optional.of(root);
        }
        return reference.startsWith("#/") ? follow(reference) : Optional.empty();
    }

    private boolean isWithinBudget(JsonValue target) {
        left -= LEAST;
        spend(target);
        return left > 0;
    }

    private void spend(JsonValue value) {
        if (--left <= 0) {
            return;
        }
        switch (value) {
            case JsonValue.Members(var members) ->
                members.forEach((name, member) -> {
                    left -= name.length();
                    spend(member);
                });
            case JsonValue.Elements(var elements) -> elements.forEach(this::spend);
            case JsonValue.Text(var text) -> left -= text.length();
            case JsonValue.Numeral _, JsonValue.Flag _, JsonValue.Null _ -> left -= 1;
        }
    }

    private Optional<JsonValue.Members> follow(String pointer) {
        JsonValue at = root;
        for (var step : pointer.substring(2).split("/", -1)) {
            at = step(at, unescaped(step));
            if (at == JsonValue.Null.NULL) {
                return Optional.empty();
            }
        }
        return at.asObject();
    }

    private static JsonValue step(JsonValue at, String name) {
        return switch (at) {
            case JsonValue.Members(var members) -> members.getOrDefault(name, JsonValue.Null.NULL);
            case JsonValue.Elements(var elements)
            when isIndex(name, elements.size()) -> elements.get(Integer.parseInt(name));
            default -> JsonValue.Null.NULL;
        };
    }

    private static boolean isIndex(String text, int size) {
        return text.matches("0|[1-9][0-9]{0,5}") && Integer.parseInt(text) < size;
    }

    /// A pointer is escaped twice: as part of a URI, and `~` and `/` by themselves.
    private static String unescaped(String step) {
        return percentDecoded(step).replace("~1", "/").replace("~0", "~");
    }

    private static String percentDecoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return step;
        }
    }
}
