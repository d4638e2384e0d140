package io.geminigateway.account;

import java.util.LinkedHashMap;

/// Reads a JSON text strictly and notes where each value stands, so that one value can be replaced and everything
/// else keeps its spelling.
final class JsonScanner {
    /*
     * Why not avaje-jsonb, as everywhere else: it takes text that other readers refuse (a comma too many, garbage
     * behind the end), its complaints quote the text, which here is full of secrets, and it cannot say where a value
     * stands. What we rewrite belongs to a person: it must come back as it was, but for the values that we own.
     */
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    private JsonScanner(String text) {
        this.text = text;
    }

    /// The object that is all of this text.
    static JsonNode.Tree scan(String text) throws JsonSyntaxException {
        var scanner = new JsonScanner(text);
        scanner.skipSpace();
        var tree = scanner.tree(0);
        scanner.skipSpace();
        if (scanner.at < text.length()) {
            throw scanner.expected("nothing after the last '}'");
        }
        return tree;
    }

    private JsonNode value(int depth) throws JsonSyntaxException {
        var start = at;
        switch (peek()) {
            case '{' -> {
                return tree(depth);
            }
            case '"' -> {
                var value = string();
                return new JsonNode.Text(start, at, value);
            }
            case '[' -> array(depth);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
        return new JsonNode.Raw(start, at);
    }

    private JsonNode.Tree tree(int depth) throws JsonSyntaxException {
        checkDepth(depth);
        var start = at;
        var members = new LinkedHashMap<String, JsonNode.Member>();
        take('{');
        skipSpace();
        while (peek() != '}') {
            if (!members.isEmpty()) {
                take(',');
                skipSpace();
            }
            var nameStart = at;
            var name = string();
            var nameEnd = at;
            skipSpace();
            take(':');
            skipSpace();
            members.put(name, new JsonNode.Member(nameStart, nameEnd, value(depth + 1)));
            skipSpace();
        }
        take('}');
        return new JsonNode.Tree(start, at, members);
    }

    private void array(int depth) throws JsonSyntaxException {
        checkDepth(depth);
        take('[');
        skipSpace();
        var first = true;
        while (peek() != ']') {
            if (!first) {
                take(',');
                skipSpace();
            }
            first = false;
            value(depth + 1);
            skipSpace();
        }
        take(']');
    }

    private String string() throws JsonSyntaxException {
        take('"');
        var value = new StringBuilder();
        for (var c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw expected("no line break or control character in a string");
            }
            at++;
            value.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return value.toString();
    }

    private char escaped() throws JsonSyntaxException {
        var c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw expected("a known escape after '\\'");
        };
    }

    private char unicode() throws JsonSyntaxException {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            var digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw expected("four hex digits after '\\u'");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void word(String word) throws JsonSyntaxException {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
    }

    private void number() throws JsonSyntaxException {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() throws JsonSyntaxException {
        var start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw expected("a value");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void take(char wanted) throws JsonSyntaxException {
        if (peek() != wanted) {
            throw expected("'" + wanted + "'");
        }
        at++;
    }

    private char peek() throws JsonSyntaxException {
        if (at >= text.length()) {
            throw new JsonSyntaxException("the text ends too early");
        }
        return text.charAt(at);
    }

    private void checkDepth(int depth) throws JsonSyntaxException {
        if (depth > DEEPEST) {
            throw expected("no more than " + DEEPEST + " levels");
        }
    }

    private JsonSyntaxException expected(String what) {
        var line = 1 + text.chars().limit(at).filter(c -> c == '\n').count();
        return new JsonSyntaxException("line %d: expected %s".formatted(line, what));
    }
}
