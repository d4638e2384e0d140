package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks over one JSON text, and refuses whatever RFC 8259 does not allow, byte sequences that are not UTF-8, lone
/// surrogates, and sizes that no honest sender needs. Nothing here recurses.
final class JsonScanner {
    static final int MAX_DEPTH = 100;
    static final int USUAL_DEPTH = 12;
    private static final int MAX_VALUES = 1_000_000;
    private static final int MAX_NAME = 8 * 1024;

    private final byte[] in;
    private final JsonString strings;
    private boolean[] inObject = new boolean[USUAL_DEPTH];
    private int at;
    private int depth;
    private int values;
    private boolean first;

    JsonScanner(byte[] in) {
        this.in = in;
        strings = new JsonString(in);
    }

    int at() {
        return at;
    }

    int depth() {
        return depth;
    }

    /// The first byte of the next token, which is not consumed.
    byte peek() {
        while (at < in.length) {
            if (!isBlank(in[at])) {
                return in[at];
            }
            at++;
        }
        throw cut(in);
    }

    void open(boolean object) {
        if (depth == MAX_DEPTH) {
            throw malformed("it is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        at++;
        depth++;
        if (depth == inObject.length) {
            inObject = Arrays.copyOf(inObject, MAX_DEPTH + 1);
        }
        inObject[depth] = object;
        first = true;
    }

    /// Moves to the next member or element of what was opened last; false at its end.
    boolean hasNext() {
        var object = inObject[depth];
        var end = object ? '}' : ']';
        var next = peek();
        if (next == end) {
            return false;
        }
        if (!first) {
            if (next != ',') {
                throw unexpected();
            }
            at++;
            if (peek() == end) {
                throw unexpected();
            }
        }
        first = false;
        values += object ? 2 : 1;
        if (values > MAX_VALUES) {
            throw malformed("it has more than %d values".formatted(MAX_VALUES));
        }
        return true;
    }

    void close() {
        if (peek() != (inObject[depth] ? '}' : ']')) {
            throw unexpected();
        }
        at++;
        depth--;
        first = false;
    }

    /// Reads a member's name and its colon.
    String name(NameCache names) {
        var from = at + 1;
        skipName();
        return strings.isPlain() ? names.name(in, from, strings.end()) : strings.text();
    }

    String string() {
        at = strings.scan(at + 1) + 1;
        return strings.text();
    }

    /// Reads a string and takes it apart where a data URI has its comma.
    SplitUri dataUri() {
        at = strings.scan(at + 1) + 1;
        return strings.dataUri();
    }

    /// The digits of a number, as they stand.
    String number() {
        var from = at;
        at = JsonNumber.end(in, from);
        return new String(in, from, at - from, StandardCharsets.ISO_8859_1);
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
                if (inObject[depth]) {
                    skipName();
                }
                enterOrSkip();
            }
        }
    }

    /// Nothing but blanks may follow.
    void end() {
        while (at < in.length) {
            if (!isBlank(in[at])) {
                throw unexpected();
            }
            at++;
        }
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
        at = strings.scan(from) + 1;
        if (at - from > MAX_NAME) {
            throw malformed("a name is longer than %d bytes".formatted(MAX_NAME));
        }
        if (peek() != ':') {
            throw unexpected();
        }
        at++;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
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
