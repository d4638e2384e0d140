package io.geminigateway.dialect;

import io.geminigateway.sse.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes strings as JSON strings: quoted, escaped, in UTF-8. Half of a surrogate pair becomes a question mark.
public final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /// Which ASCII characters stand for themselves.
    private static final boolean[] PLAIN = plain();

    private JsonText() {}

    public static void write(String text, Bytes out) {
        out.write('"');
        var i = out.append(text, 0, PLAIN);
        while (i < text.length()) {
            if (text.charAt(i) < PLAIN.length) {
                escape((byte) text.charAt(i), out);
                i++;
            } else {
                var end = endOfOthers(text, i);
                out.write(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
            i = out.append(text, i, PLAIN);
        }
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

    /// Where characters beyond ASCII end.
    private static int endOfOthers(String text, int from) {
        var i = from;
        while (i < text.length() && text.charAt(i) >= PLAIN.length) {
            i++;
        }
        return i;
    }

    private static boolean[] plain() {
        var plain = new boolean[0x80];
        for (var c = ' '; c < plain.length; c++) {
            plain[c] = c != '"' && c != '\\';
        }
        return plain;
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
