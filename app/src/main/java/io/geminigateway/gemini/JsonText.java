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
        escaped(utf8, 0, utf8.length, out);
        out.write('"');
    }

    /// Something large is not copied before what was written is taken.
    public static void write(Utf8 text, Bytes out) {
        write("", text, out);
    }

    /// Both as one string.
    public static void write(String start, Utf8 rest, Bytes out) {
        var utf8 = start.getBytes(StandardCharsets.UTF_8);
        out.write('"');
        escaped(utf8, 0, utf8.length, out);
        escaped(rest.array(), rest.from(), rest.to(), out);
        out.write('"');
    }

    private static void escaped(byte[] utf8, int start, int end, Bytes out) {
        var from = start;
        var to = endOfUnescaped(utf8, from, end);
        while (to < end) {
            out.append(utf8, from, to - from);
            escape(utf8[to], out);
            from = to + 1;
            to = endOfUnescaped(utf8, from, end);
        }
        out.append(utf8, from, to - from);
    }

    private static int endOfUnescaped(byte[] utf8, int from, int end) {
        return Math.min(end, JsonBytes.endOfUnescaped(utf8, from));
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
