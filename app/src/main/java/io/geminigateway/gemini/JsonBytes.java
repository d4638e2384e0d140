package io.geminigateway.gemini;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at the bytes of a JSON text, eight at a time where it can.
final class JsonBytes {
    /*
     * Eight bytes are read as one number, and one of its operations then does for all of them what it would do for a
     * byte ("SIMD within a register"; Warren, Hacker's Delight, 6-1). A byte counts as found when its highest bit ends
     * up set. A borrow may mark a byte above one that was found, never one below: so the lowest mark is always true,
     * and it is the only one that is asked for.
     */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST = 0x8080_8080_8080_8080L;
    private static final long BLANKS = ' ' * ONES;

    private JsonBytes() {}

    /// Where the first byte is, from `at` on, that does not stand for itself in a string: a quote, a backslash, a
    /// control character, or a part of a character beyond ASCII. The length where there is none.
    static int endOfPlain(byte[] in, int at) {
        var i = at;
        while (i <= in.length - Long.BYTES) {
            var bytes = (long) EIGHT.get(in, i);
            var special = (bytes | controls(bytes) | equal(bytes, '"') | equal(bytes, '\\')) & HIGHEST;
            if (special != 0) {
                return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < in.length && in[i] >= ' ' && in[i] != '"' && in[i] != '\\') {
            i++;
        }
        return i;
    }

    /// Where the first byte is, from `at` on, that must be escaped in a string: a quote, a backslash or a control
    /// character. The length where there is none.
    static int endOfUnescaped(byte[] in, int at) {
        var i = at;
        while (i <= in.length - Long.BYTES) {
            var bytes = (long) EIGHT.get(in, i);
            var special = (controls(bytes) | equal(bytes, '"') | equal(bytes, '\\')) & HIGHEST;
            if (special != 0) {
                return i + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < in.length && (in[i] >= ' ' || in[i] < 0) && in[i] != '"' && in[i] != '\\') {
            i++;
        }
        return i;
    }

    /// Where the first byte is, from `at` on, that is no blank; the length where there is none.
    static int endOfBlanks(byte[] in, int at) {
        var i = at;
        while (i < in.length && isBlank(in[i])) {
            i++;
            while (i <= in.length - Long.BYTES && (long) EIGHT.get(in, i) == BLANKS) { // indentation
                i += Long.BYTES;
            }
        }
        return i;
    }

    /// Where the first byte is, from `at` on, that is no digit of base64, in either alphabet; `end` where there is none
    /// before.
    static int endOfBase64(byte[] in, int at, int end) {
        var i = at;
        while (i <= end - Long.BYTES && areBase64((long) EIGHT.get(in, i))) {
            i += Long.BYTES;
        }
        while (i < end && isBase64(in[i])) {
            i++;
        }
        return i;
    }

    /// The first eight of these bytes as a number, or all of them where there are fewer.
    static long head(byte[] in, int from, int to) {
        var length = to - from;
        if (length >= Long.BYTES) {
            return (long) EIGHT.get(in, from);
        }
        if (from <= in.length - Long.BYTES) {
            return (long) EIGHT.get(in, from) & ((1L << (Byte.SIZE * length)) - 1);
        }
        var head = 0L;
        for (var i = 0; i < length; i++) {
            head |= (in[from + i] & 0xFFL) << (Byte.SIZE * i);
        }
        return head;
    }

    /// The last eight of these bytes as a number; 0 where there are no more than eight.
    static long tail(byte[] in, int from, int to) {
        return to - from > Long.BYTES ? (long) EIGHT.get(in, to - Long.BYTES) : 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean areBase64(long bytes) {
        if ((bytes & HIGHEST) != 0) {
            return false;
        }
        var found = within(bytes | ' ' * ONES, 'a', 'z') // upper case letters too
                | within(bytes, '/', '9')
                | within(bytes, '+', '+')
                | within(bytes, '-', '-')
                | within(bytes, '_', '_');
        return (found & HIGHEST) == HIGHEST;
    }

    /// Marks the highest bit of each byte, all of them ASCII, from `first` to `last`: no sum carries over.
    private static long within(long bytes, char first, char last) {
        return (bytes + (0x80 - first) * ONES) & ~(bytes + (0x7F - last) * ONES);
    }

    private static boolean isBase64(byte b) {
        return (b >= 'A' && b <= 'Z')
                || (b >= 'a' && b <= 'z')
                || (b >= '/' && b <= '9')
                || b == '+'
                || b == '-'
                || b == '_';
    }

    private static long controls(long bytes) {
        return (bytes - BLANKS) & ~bytes;
    }

    private static long equal(long bytes, char wanted) {
        var difference = bytes ^ (wanted * ONES);
        return (difference - ONES) & ~difference;
    }
}
