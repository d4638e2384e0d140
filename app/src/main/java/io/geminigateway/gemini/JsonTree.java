package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads and writes [JsonValue]s. It recurses, as deep as [JsonScanner#MAX_DEPTH] lets it.
final class JsonTree {
    private static final NameCache NAMES = new NameCache();

    private final JsonScanner scanner;

    private JsonTree(byte[] json, int from) {
        scanner = new JsonScanner(json, from);
    }

    static JsonValue parse(byte[] json) {
        var tree = new JsonTree(json, 0);
        var value = tree.value();
        tree.scanner.end();
        return value;
    }

    static JsonValue parse(RawJson json) {
        var text = json.text();
        return new JsonTree(text.array(), text.from()).value();
    }

    static JsonValue parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    static String write(JsonValue value) {
        var out = new StringBuilder(64);
        write(value, out);
        return out.toString();
    }

    private JsonValue value() {
        return switch (scanner.peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonValue.Text(scanner.utf8());
            case 't' -> literal("true", new JsonValue.Flag(true));
            case 'f' -> literal("false", new JsonValue.Flag(false));
            case 'n' -> literal("null", JsonValue.Null.NULL);
            default -> new JsonValue.Numeral(scanner.number());
        };
    }

    private JsonValue object() {
        var members = new LinkedHashMap<String, JsonValue>();
        scanner.open(true);
        while (scanner.hasNext()) {
            var name = scanner.name(NAMES);
            members.put(name, value());
        }
        scanner.close();
        return new JsonValue.Members(members);
    }

    private JsonValue array() {
        var elements = new ArrayList<JsonValue>();
        scanner.open(false);
        while (scanner.hasNext()) {
            elements.add(value());
        }
        scanner.close();
        return new JsonValue.Elements(elements);
    }

    private JsonValue literal(String word, JsonValue value) {
        scanner.literal(word);
        return value;
    }

    private static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonValue.Members(var members) -> {
                var separator = '{';
                for (var member : members.entrySet()) {
                    out.append(separator);
                    quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    separator = ',';
                }
                out.append(members.isEmpty() ? "{}" : "}");
            }
            case JsonValue.Elements(var elements) -> {
                var separator = '[';
                for (var element : elements) {
                    out.append(separator);
                    write(element, out);
                    separator = ',';
                }
                out.append(elements.isEmpty() ? "[]" : "]");
            }
            case JsonValue.Text text -> quote(text.value(), out);
            case JsonValue.Numeral(var digits) -> out.append(digits);
            case JsonValue.Flag(var flag) -> out.append(flag);
            case JsonValue.Null.NULL -> out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
