package io.geminigateway.account;

import java.util.Optional;

/// An object in JSON whose single values can be read and replaced; all the rest keeps its order and spelling.
/// A path is one name, or two: `credentials`, `access_token`.
final class JsonText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;
    private final JsonNode.Tree tree;

    private JsonText(String text, JsonNode.Tree tree) {
        this.text = text;
        this.tree = tree;
    }

    static JsonText parse(String text) throws JsonSyntaxException {
        // The mark is no JSON, but Windows writes it: a space is as good for the scanner, and keeps the places.
        var plain = text.startsWith(BYTE_ORDER_MARK) ? " " + text.substring(1) : text;
        return new JsonText(text, JsonScanner.scan(plain));
    }

    /// As it stands, byte order mark and all.
    String text() {
        return text;
    }

    /// The string at this path, unless it is blank or something else than a string.
    Optional<String> string(String... path) {
        return find(path)
                .filter(JsonNode.Text.class::isInstance)
                .map(JsonNode.Text.class::cast)
                .map(JsonNode.Text::value)
                .filter(value -> !value.isBlank());
    }

    /// The whole number at this path, be it written as `17e2`, `1700.0` or `"1700"`.
    Optional<Long> number(String... path) {
        return find(path)
                .flatMap(node -> wholeNumber(node instanceof JsonNode.Text string ? string.value() : raw(node)));
    }

    boolean isTrue(String... path) {
        return find(path).filter(node -> raw(node).equals("true")).isPresent();
    }

    /// Whether there is a value, of any kind but null.
    boolean isThere(String... path) {
        return find(path).filter(node -> !raw(node).equals("null")).isPresent();
    }

    boolean isObject(String... path) {
        return find(path).filter(JsonNode.Tree.class::isInstance).isPresent();
    }

    JsonText withString(String value, String... path) {
        return with(quoted(value), path);
    }

    JsonText withNumber(long value, String... path) {
        return with(Long.toString(value), path);
    }

    JsonText withTruth(boolean value, String... path) {
        return with(Boolean.toString(value), path);
    }

    /// A JSON string with this value.
    static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private JsonText with(String raw, String... path) {
        var parent = path.length == 1 ? tree : (JsonNode.Tree) find(path[0]).orElseThrow();
        var name = path[path.length - 1];
        var known = parent.members().get(name);
        var edited = known != null
                ? text.substring(0, known.value().start())
                        + raw
                        + text.substring(known.value().end())
                : inserted(parent, name, raw);
        try {
            return parse(edited);
        } catch (JsonSyntaxException ours) {
            throw new IllegalStateException("an edit broke the text", ours);
        }
    }

    /// Behind the last member, laid out as that one is.
    private String inserted(JsonNode.Tree parent, String name, String raw) {
        if (parent.members().isEmpty()) {
            var inside = parent.start() + 1;
            return text.substring(0, inside) + quoted(name) + ": " + raw + text.substring(inside);
        }
        var last =
                parent.members().values().stream().reduce((_, later) -> later).orElseThrow();
        var gap = last.nameStart();
        while (Character.isWhitespace(text.charAt(gap - 1))) {
            gap--;
        }
        var member = text.substring(gap, last.nameStart())
                + quoted(name)
                + text.substring(last.nameEnd(), last.value().start())
                + raw;
        return text.substring(0, last.value().end()) + "," + member
                + text.substring(last.value().end());
    }

    private Optional<JsonNode> find(String... path) {
        Optional<JsonNode> node = Optional.of(tree);
        for (var name : path) {
            node = node.filter(JsonNode.Tree.class::isInstance)
                    .map(JsonNode.Tree.class::cast)
                    .map(parent -> parent.members().get(name))
                    .map(JsonNode.Member::value);
        }
        return node;
    }

    private String raw(JsonNode node) {
        return text.substring(node.start(), node.end());
    }

    private static Optional<Long> wholeNumber(String digits) {
        try {
            var value = Double.parseDouble(digits);
            return Math.abs(value) < 1L << 53 ? Optional.of((long) value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
