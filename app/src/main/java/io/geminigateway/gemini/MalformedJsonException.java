package io.geminigateway.gemini;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Bytes that are not JSON, or JSON of another shape than expected. The message is fit for a client.
public final class MalformedJsonException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final @Nullable String path;

    MalformedJsonException(String message, @Nullable String path) {
        super(message, null, false, false);
        this.path = path;
    }

    /// Where a value of the wrong type sits: `messages[2].role`. Null when the text is not even JSON.
    public @Nullable String path() {
        return path;
    }

    public String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
