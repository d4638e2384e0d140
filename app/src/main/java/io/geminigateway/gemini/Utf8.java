package io.geminigateway.gemini;

import io.geminigateway.sse.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A text as UTF-8: mostly a stretch of the JSON that it came in, so that a picture of many megabytes can be passed on
/// without a copy. It keeps alive the array that it lies in, and relies on nobody changing it. Immutable.
public final class Utf8 {
    public static final Utf8 EMPTY = of("");

    private final byte[] bytes;
    private final int from;
    private final int to;

    private Utf8(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public static Utf8 of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Utf8(bytes, 0, bytes.length);
    }

    /// The stretch itself, not a copy; its bytes must be well-formed.
    public static Utf8 within(byte[] bytes, int from, int to) {
        return new Utf8(bytes, from, to);
    }

    /// These bytes in base64, with the usual alphabet and padding.
    public static Utf8 base64(byte[] data, int offset, int length) {
        var encoded = Base64.getEncoder().encode(ByteBuffer.wrap(data, offset, length));
        return new Utf8(encoded.array(), 0, encoded.limit());
    }

    /// In bytes.
    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public byte at(int index) {
        return bytes[from + index];
    }

    public boolean startsWith(String ascii) {
        if (length() < ascii.length()) {
            return false;
        }
        for (var i = 0; i < ascii.length(); i++) {
            if (at(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where the first such byte is before `end`; -1 where there is none.
    public int indexOf(char ascii, int end) {
        for (var i = 0; i < Math.min(length(), end); i++) {
            if (at(i) == ascii) {
                return i;
            }
        }
        return -1;
    }

    /// Where the first byte is that is no digit of base64, in either alphabet; the length where there is none.
    public int endOfBase64() {
        return JsonBytes.endOfBase64(bytes, from, to) - from;
    }

    public Utf8 until(int end) {
        return new Utf8(bytes, from, from + end);
    }

    public Utf8 from(int start) {
        return new Utf8(bytes, from + start, to);
    }

    /// What it says in base64. Throws an [IllegalArgumentException] for what the decoder does not take.
    public byte[] decoded(Base64.Decoder decoder) {
        var decoded = decoder.decode(ByteBuffer.wrap(bytes, from, length()));
        return Arrays.copyOf(decoded.array(), decoded.limit());
    }

    /// Something large is not copied before what was written is taken.
    void write(Bytes out) {
        out.append(bytes, from, length());
    }

    byte[] array() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Utf8 utf8 && Arrays.equals(bytes, from, to, utf8.bytes, utf8.from, utf8.to);
    }

    @Override
    public int hashCode() {
        var sum = new CRC32C(); // processors have it; Java's usual loop takes a millisecond for a megabyte
        sum.update(bytes, from, length());
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return new String(bytes, from, length(), StandardCharsets.UTF_8);
    }
}
