package io.geminigateway.prompt;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MalformedJsonException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The arguments of a call, out of what clients send for them: an object, JSON in a string, nothing, or what is left of
/// an answer that was cut short.
public final class CallArguments {
    private CallArguments() {}

    /// A JSON object. Broken JSON is passed on as what it is.
    public static String of(@Nullable String raw) {
        return switch (raw == null ? JsonValue.Null.NULL : JsonValue.parse(raw)) {
            case JsonValue.Null _ -> "{}";
            case JsonValue.Members object -> object.toString();
            case JsonValue.Text json when json.value().isBlank() -> "{}";
            case JsonValue.Text json -> object(json.value()).orElseGet(() -> unread(json.value()));
            case JsonValue other -> unread(other.toString());
        };
    }

    private static Optional<String> object(String json) {
        try {
            return JsonValue.parse(json).asObject().map(Object::toString);
        } catch (MalformedJsonException broken) {
            return Optional.empty();
        }
    }

    private static String unread(String text) {
        return JsonValue.Members.NONE.with("_raw", JsonValue.of(text)).toString();
    }
}
