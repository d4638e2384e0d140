package io.geminigateway.sse;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of bytes to write into. Not thread-safe: it belongs to one answer on one event loop.
public final class Bytes extends OutputStream {
    /// Emptied, nothing larger is held on to: one huge event must not cost its size for the rest of a stream.
    private static final int KEPT = 64 * 1024;

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
        write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// The same as [#write(byte[])], for more to follow.
    public Bytes append(byte[] source) {
        write(source, 0, source.length);
        return this;
    }

    /// Appends a number's digits.
    public Bytes append(long number) {
        if (number < 0) {
            return append(Long.toString(number)); // rare
        }
        var end = length + 1;
        for (var rest = number / 10; rest > 0; rest /= 10) {
            end++;
        }
        reserve(end - length);
        length = end;
        var rest = number;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
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

    /// Grows now, and once, where it is known how many bytes there will be about.
    public void makeRoom(int more) {
        reserve(more);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            var needed = Math.addExact(length, more);
            // what follows something large is mostly little, and must not copy it all again
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(needed, needed >> 3)));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
