package io.geminigateway.sse;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes to write into. Not thread-safe: it belongs to one answer on one event loop.
public final class Bytes extends OutputStream {
    /// Emptied, nothing larger is held on to: one huge event must not cost its size for the rest of a stream.
    private static final int KEPT = 64 * 1024;

    private static final boolean[] ASCII = new boolean[0x80];

    static {
        Arrays.fill(ASCII, true);
    }

    private byte[] bytes;
    private int length;

    public Bytes() {
        this(512);
    }

    public Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    @Override
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    public Bytes append(String text) {
        var plain = append(text, 0, ASCII);
        if (plain < text.length()) {
            write(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /// Appends the characters of a text from `from` on, as long as they are among `taken`: ASCII characters by their
    /// numbers. Tells where that ended.
    public int append(String text, int from, boolean[] taken) {
        reserve(text.length() - from);
        var out = bytes;
        var shift = length - from;
        var i = from;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c >= taken.length || !taken[c]) {
                break;
            }
            out[shift + i] = (byte) c;
            i++;
        }
        length = shift + i;
        return i;
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /// Hands out what was written, as an array of its own, and starts again empty.
    public byte[] take() {
        var taken = copy();
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[0];
        }
        return taken;
    }

    /// What was written so far, as an array of its own.
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
