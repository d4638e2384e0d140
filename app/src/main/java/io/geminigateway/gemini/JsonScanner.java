package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks over one JSON text, and refuses whatever RFC 8259 does not allow, byte sequences that are not UTF-8, lone
/// surrogates, and sizes that no honest sender needs. Nothing here recurses.
final class JsonScanner {
    static final int MAX_DEPTH = 100;
    static final int USUAL_DEPTH = 8;
    private static final int MAX_VALUES = 1_000_000;
    private static final int MAX_NAME = 8 * 1024;
    private static final int BEFORE_MEMBERS = 0;
    private static final int BEFORE_ELEMENTS = -1;

    private final byte[] in;
    private final JsonString strings;

    /// For each level, where we are in it. Of an object, where the name of the member starts; 0 before the first. Of an
    /// array, minus how many elements it had, and one less: -1 before the first.
    private int[] steps = new int[USUAL_DEPTH];

    private int at;
    private int depth;
    private int values;

    JsonScanner(byte[] in) {
        this(in, 0);
    }

    /// One that begins in the midst, where a value stands.
    JsonScanner(byte[] in, int from) {
        this.in = in;
        at = from;
        strings = new JsonString(in);
    }

    int at() {
        return at;
    }

    int depth() {
        return depth;
    }

    /// The path of the value that is read, or was read last.
    String path() {
        var path = new JsonPath();
        for (var level = 1; level <= depth; level++) {
            if (steps[level] > 0) {
                var name = new JsonString(in);
                name.scan(steps[level]);
                path.field(name.text());
            } else if (steps[level] < BEFORE_ELEMENTS) {
                path.element(BEFORE_ELEMENTS - 1 - steps[level]);
            }
        }
        return path.toString();
    }

    /// The first byte of the next token, which is not consumed.
    byte peek() {
        if (at < in.length && in[at] > ' ') {
            return in[at];
        }
        at = JsonBytes.endOfBlanks(in, at);
        if (at == in.length) {
            throw cut(in);
        }
        return in[at];
    }

    void open(boolean object) {
        if (depth == MAX_DEPTH) {
            throw malformed("it is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        at++;
        depth++;
        if (depth == steps.length) {
            steps = Arrays.copyOf(steps, 2 * depth);
        }
        steps[depth] = object ? BEFORE_MEMBERS : BEFORE_ELEMENTS;
    }

    /// Moves to the next member or element of what was opened last; false at its end.
    boolean hasNext() {
        var step = steps[depth];
        var object = step >= BEFORE_MEMBERS;
        var end = object ? '}' : ']';
        var next = peek();
        if (next == end) {
            return false;
        }
        if (step != BEFORE_MEMBERS && step != BEFORE_ELEMENTS) {
            if (next != ',') {
                throw unexpected();
            }
            at++;
            if (peek() == end) {
                throw unexpected();
            }
        }
        if (!object) {
            steps[depth] = step - 1;
        }
        values += object ? 2 : 1;
        if (values > MAX_VALUES) {
            throw malformed("it has more than %d values".formatted(MAX_VALUES));
        }
        return true;
    }

    void close() {
        if (peek() != (isInObject() ? '}' : ']')) {
            throw unexpected();
        }
        at++;
        depth--;
    }

    /// Reads a member's name and its colon.
    String name(NameCache names) {
        skipName();
        return strings.text(names);
    }

    String string() {
        at = strings.scan(at + 1) + 1;
        return strings.text();
    }

    /// Reads a string that is likely to have been there before.
    String string(NameCache words) {
        at = strings.scan(at + 1) + 1;
        return strings.text(words);
    }

    /// Reads a string and leaves it where it is.
    Utf8 utf8() {
        at = strings.scan(at + 1) + 1;
        return strings.utf8();
    }

    /// The digits of a number, as they stand.
    String number() {
        var from = at;
        at = JsonNumber.end(in, from);
        return new String(in, from, at - from, StandardCharsets.ISO_8859_1);
    }

    /// The next number, be it written as 12, 12.0 or 1.2e1. Throws an [ArithmeticException] if it is no integer, or
    /// does not fit.
    long integer() {
        var from = at;
        var plain = JsonNumber.endOfDigits(in, from);
        if (JsonNumber.isPlain(in, from, plain)) {
            at = plain;
            return JsonNumber.plain(in, from, plain);
        }
        return JsonNumber.integer(number());
    }

    void literal(String word) {
        for (var i = 0; i < word.length(); i++) {
            if (at + i >= in.length) {
                throw cut(in);
            }
            if (in[at + i] != word.charAt(i)) {
                throw unexpected();
            }
        }
        at += word.length();
    }

    /// Skips one value of any kind.
    void skip() {
        var floor = depth;
        enterOrSkip();
        while (depth > floor) {
            if (!hasNext()) {
                close();
            } else {
                if (isInObject()) {
                    skipName();
                }
                enterOrSkip();
            }
        }
    }

    /// Nothing but blanks may follow.
    void end() {
        at = JsonBytes.endOfBlanks(in, at);
        if (at < in.length) {
            throw unexpected();
        }
    }

    private boolean isInObject() {
        return steps[depth] >= BEFORE_MEMBERS;
    }

    private void enterOrSkip() {
        switch (peek()) {
            case '{' -> open(true);
            case '[' -> open(false);
            case '"' -> at = strings.scan(at + 1) + 1;
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> at = JsonNumber.end(in, at);
        }
    }

    private void skipName() {
        if (in[at] != '"') {
            throw unexpected();
        }
        var from = at + 1;
        steps[depth] = from;
        at = strings.scan(from) + 1;
        if (at - from > MAX_NAME) {
            throw malformed("a name is longer than %d bytes".formatted(MAX_NAME));
        }
        if (peek() != ':') {
            throw unexpected();
        }
        at++;
    }

    private MalformedJsonException unexpected() {
        return unexpected(in, at);
    }

    static MalformedJsonException unexpected(byte[] in, int at) {
        return at < in.length ? malformed("byte %d does not belong there".formatted(at)) : cut(in);
    }

    static MalformedJsonException cut(byte[] in) {
        return malformed("it ends too early, after %d bytes".formatted(in.length));
    }

    static MalformedJsonException malformed(String what) {
        return new MalformedJsonException(what, null);
    }
}
