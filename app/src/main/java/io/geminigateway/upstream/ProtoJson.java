package io.geminigateway.upstream;

import io.geminigateway.gemini.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The ways in which Google lets one write the same request, brought down to one: camel case, and lists where there is
/// a
/// list. For requests that have to be worded otherwise, not for those that pass. Pure.
final class ProtoJson {
    private static final Set<String> LISTS = Set.of("parts", "requests");

    private ProtoJson() {}

    /// Throws a [io.geminigateway.gemini.MalformedJsonException] for what is no JSON.
    static byte[] plain(byte[] json) {
        return plain(JsonValue.parse(json)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonValue plain(JsonValue value) {
        return switch (value) {
            case JsonValue.Members(var members) -> {
                var plain = new LinkedHashMap<String, JsonValue>();
                members.forEach((name, member) -> plain.put(camelCase(name), member(camelCase(name), plain(member))));
                yield new JsonValue.Members(plain);
            }
            case JsonValue.Elements(var elements) ->
                new JsonValue.Elements(elements.stream().map(ProtoJson::plain).toList());
            case JsonValue.Text _, JsonValue.Numeral _, JsonValue.Flag _, JsonValue.Null _ -> value;
        };
    }

    private static JsonValue member(String name, JsonValue value) {
        return LISTS.contains(name) && value instanceof JsonValue.Members only
                ? new JsonValue.Elements(List.of(only))
                : value;
    }

    private static String camelCase(String name) {
        var text = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); i++) {
            var next = i + 1 < name.length() ? name.charAt(i + 1) : '_';
            if (name.charAt(i) == '_' && i > 0 && next != '_') {
                text.append(Character.toUpperCase(next));
                i++;
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}
