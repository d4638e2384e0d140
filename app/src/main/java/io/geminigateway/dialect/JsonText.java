package io.geminigateway.dialect;

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
        var written = 0;
        for (var i = 0; i < utf8.length; i++) {
            var b = utf8[i];
            if ((b >= 0x20 || b < 0) && b != '"' && b != '\\') {
                continue; // written with its run
            }
            out.write(utf8, written, i - written);
            escape(b, out);
            written = i + 1;
        }
        out.write(utf8, written, utf8.length - written);
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
