package io.geminigateway.upstream;

import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads an object out of whatever an upstream sends where JSON is due: an array around it, doubled commas,
/// noise before and after. For errors and other small answers only.
final class LenientJson {
    private static final JsonType<Object> ANYTHING = Jsonb.instance().type(Object.class);
    private static final Pattern DOUBLED_COMMA = Pattern.compile(",(?:\\s*,)+");
    private static final int DEEPEST = 64;

    private LenientJson() {}

    static Optional<Map<?, ?>> object(String text) {
        var from = text.indexOf('{');
        var to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        return parsed(text)
                .or(() -> parsed(DOUBLED_COMMA.matcher(text).replaceAll(",")))
                .or(() -> parsed(
                        DOUBLED_COMMA.matcher(text.substring(from, to + 1)).replaceAll(",")));
    }

    private static Optional<Map<?, ?>> parsed(String text) {
        if (isTooDeep(text)) {
            return Optional.empty();
        }
        try {
            return firstObject(ANYTHING.fromJson(text));
        } catch (JsonException | IllegalStateException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Map<?, ?>> firstObject(Object value) {
        return switch (value) {
            case Map<?, ?> object -> Optional.of(object);
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> object -> Optional.of(object);
            default -> Optional.empty();
        };
    }

    /// The parser has no limit of its own. Brackets inside strings count too: no honest answer has so many.
    private static boolean isTooDeep(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
