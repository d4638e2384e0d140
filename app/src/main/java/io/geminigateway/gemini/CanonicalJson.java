package io.geminigateway.gemini;

import java.math.BigDecimal;
import java.util.TreeMap;

/// One spelling for JSON that means the same: clients parse and write what they keep, and turn members around.
final class CanonicalJson {
    private static final int LONG_NUMBER = 40;

    private CanonicalJson() {}

    /// Of an object as text, absent or empty for `{}`. What is no JSON is its own spelling.
    static String of(String json) {
        try {
            return of(JsonValue.parse(json)).toString();
        } catch (MalformedJsonException asItIs) {
            return json;
        }
    }

    private static JsonValue of(JsonValue value) {
        return switch (value) {
            case JsonValue.Members(var members) -> {
                var sorted = new TreeMap<>(members);
                sorted.replaceAll((_, member) -> of(member));
                yield new JsonValue.Members(sorted);
            }
            case JsonValue.Elements(var elements) ->
                new JsonValue.Elements(elements.stream().map(CanonicalJson::of).toList());
            case JsonValue.Numeral(var digits) when digits.length() <= LONG_NUMBER -> number(digits);
            case JsonValue.Numeral _, JsonValue.Text _, JsonValue.Flag _, JsonValue.Null _ -> value;
        };
    }

    private static JsonValue number(String digits) {
        var number = new BigDecimal(digits);
        return new JsonValue.Numeral(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
    }
}
