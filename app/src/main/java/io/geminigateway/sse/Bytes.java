package io.geminigateway.sse;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing run of bytes to write into. Not thread-safe: it belongs to one answer on one event loop.
public final class Bytes extends OutputStream {
    /// Emptied, nothing larger is held on to: one huge event must not cost its size for the rest of a stream.
    private static final int KEPT = 64 * 1024;

    /// So much of somebody else's is referred to rather than copied.
    private static final int LARGE = 16 * 1024;

    /// A stretch that comes before [#bytes].
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte[] bytes, int offset, int count) {}

    private List<Piece> earlier = List.of();
    private int before;
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
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same as [#write(byte[])], for a source that nobody ever changes: something large is copied once, when all is
    /// taken.
    public Bytes append(byte[] source) {
        return append(source, 0, source.length);
    }

    /// The same for a stretch of a source that nobody ever changes.
    public Bytes append(byte[] source, int offset, int count) {
        if (count < LARGE) {
            write(source, offset, count);
        } else {
            putAside(bytes, 0, length);
            bytes = new byte[0];
            length = 0;
            putAside(source, offset, count);
        }
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
        return before + length;
    }

    public boolean isEmpty() {
        return length() == 0;
    }

    /// Hands out what was written, as an array of its own, and starts again empty.
    public byte[] take() {
        var taken = copy();
        length = 0;
        before = 0;
        earlier = List.of();
        if (bytes.length > KEPT) {
            bytes = new byte[0];
        }
        return taken;
    }

    /// What was written so far, as an array of its own.
    public byte[] copy() {
        if (before == 0) {
            return Arrays.copyOf(bytes, length);
        }
        var copy = new byte[length()];
        var at = 0;
        for (var piece : earlier) {
            System.arraycopy(piece.bytes, piece.offset, copy, at, piece.count);
            at += piece.count;
        }
        System.arraycopy(bytes, 0, copy, at, length);
        return copy;
    }

    /// Grows now, and once, where it is known how many bytes there will be about.
    public void makeRoom(int more) {
        if (bytes.length - length < more) {
            grow(Math.addExact(length, more));
        }
    }

    private void putAside(byte[] source, int offset, int count) {
        if (earlier.isEmpty()) {
            earlier = new ArrayList<>();
        }
        before = Math.addExact(before, count);
        earlier.add(new Piece(source, offset, count));
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            var needed = Math.addExact(length, more);
            grow(Math.addExact(needed, needed >> 3)); // what follows something large must not copy it all again
        }
    }

    private void grow(int capacity) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, capacity));
    }

    @Override
    public String toString() {
        return before == 0
                ? new String(bytes, 0, length, StandardCharsets.UTF_8)
                : new String(copy(), StandardCharsets.UTF_8);
    }
}
