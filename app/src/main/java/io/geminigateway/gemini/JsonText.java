package io.geminigateway.gemini;

import io.geminigateway.sse.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes strings as JSON strings: quoted, escaped, in UTF-8. Half of a surrogate pair becomes a question mark.
public final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private JsonText() {}

    public static void write(String text, Bytes out) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write('"');
        var from = 0;
        var to = JsonBytes.endOfUnescaped(utf8, 0);
        while (to < utf8.length) {
            out.write(utf8, from, to - from);
            escape(utf8[to], out);
            from = to + 1;
            to = JsonBytes.endOfUnescaped(utf8, from);
        }
        out.write(utf8, from, to - from);
        out.write('"');
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

    private static void escape(byte b, Bytes out) {
        out.write('\\');
        switch (b) {
            case '"', '\\' -> out.write(b);
            case '\n' -> out.write('n');
            case '\r' -> out.write('r');
            case '\t' -> out.write('t');
            default -> {
                out.append("u00");
                out.write(HEX[b >> 4]);
                out.write(HEX[b & 0xF]);
            }
        }
    }
}
