package io.geminigateway.gemini;

import java.math.BigDecimal;

/// The grammar of JSON's numbers.
final class JsonNumber {
    private static final int MAX_LENGTH = 1000;
    private static final int SURELY_FITS = 18;

    private JsonNumber() {}

    /// Where the number ends that starts at `from`.
    static int end(byte[] in, int from) {
        var at = byteAt(in, from) == '-' ? from + 1 : from;
        at = byteAt(in, at) == '0' ? at + 1 : digits(in, at);
        if (byteAt(in, at) == '.') {
            at = digits(in, at + 1);
        }
        if ((byteAt(in, at) | 0x20) == 'e') {
            var sign = byteAt(in, at + 1);
            at = digits(in, sign == '+' || sign == '-' ? at + 2 : at + 1);
        }
        if (at - from > MAX_LENGTH) {
            throw JsonScanner.malformed("a number is longer than %d digits".formatted(MAX_LENGTH));
        }
        return at;
    }

    /// Where digits end that start at `from`.
    static int endOfDigits(byte[] in, int from) {
        var at = from;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        return at;
    }

    /// Whether the digits from `from` to `to` are all of a number, and surely fit a long.
    static boolean isPlain(byte[] in, int from, int to) {
        var length = to - from;
        return length > 0
                && length <= SURELY_FITS
                && (in[from] != '0' || length == 1)
                && byteAt(in, to) != '.'
                && (byteAt(in, to) | 0x20) != 'e';
    }

    /// Their value.
    static long plain(byte[] in, int from, int to) {
        var number = 0L;
        for (var i = from; i < to; i++) {
            number = 10 * number + in[i] - '0';
        }
        return number;
    }

    /// The integer that is written there, be it as 12, 12.0 or 1.2e1. Throws an [ArithmeticException] if it is none, or
    /// does not fit.
    static long integer(String number) {
        try {
            return isPlain(number) ? Long.parseLong(number) : new BigDecimal(number).longValueExact();
        } catch (NumberFormatException _) {
            throw new ArithmeticException("too large");
        }
    }

    private static boolean isPlain(String number) {
        for (var i = 0; i < number.length(); i++) {
            if (number.charAt(i) > '9' || number.charAt(i) == '.') {
                return false;
            }
        }
        return true;
    }

    private static int digits(byte[] in, int from) {
        var at = endOfDigits(in, from);
        if (at == from) {
            throw JsonScanner.unexpected(in, at);
        }
        return at;
    }

    /// Past the end, a byte that no number contains.
    private static byte byteAt(byte[] in, int at) {
        return at < in.length ? in[at] : 0;
    }
}
