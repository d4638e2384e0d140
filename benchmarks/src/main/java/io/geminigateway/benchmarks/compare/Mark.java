package io.geminigateway.benchmarks.compare;

import java.nio.charset.StandardCharsets;

/// The sign that every text of the mock carries: `@` and a time in nanoseconds, zero in canned answers. It
/// survives translation, so answers are counted, checked and timed alike in any dialect. Nothing else in an
/// answer may hold an `@`.
final class Mark {
    static final char SIGN = '@';
    static final int DIGITS = 19;

    static final String CANNED = text(0);

    private Mark() {}

    static String text(long nanoseconds) {
        return "%c%019d".formatted(SIGN, nanoseconds);
    }

    /// Writes the time over the digits of a mark whose sign is at `sign`.
    static void stamp(byte[] bytes, int sign, long nanoseconds) {
        var rest = nanoseconds;
        for (var i = sign + DIGITS; i > sign; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static int signIn(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(SIGN);
    }
}
