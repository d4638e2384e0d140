package io.geminigateway.dialect;

import io.geminigateway.gemini.QuotedText;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// Writes strings as JSON strings: quoted, escaped, in UTF-8. Half of a surrogate pair becomes a question mark.
public final class JsonText {
    private JsonText() {}

    public static void write(String text, Bytes out) {
        QuotedText.write(text, out);
    }

    public static void writeOrNull(@Nullable String text, Bytes out) {
        if (text == null) {
            out.append("null");
        } else {
            write(text, out);
        }
    }

    /// The text as a JSON string.
    public static String quoted(String text) {
        var out = new Bytes(text.length() + 16);
        write(text, out);
        return out.toString();
    }
}
