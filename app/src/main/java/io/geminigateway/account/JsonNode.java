package io.geminigateway.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A value and the place `[start, end)` where it stands in its text.
sealed interface JsonNode {
    int start();

    int end();

    record Text(int start, int end, String value) implements JsonNode {}

    /// A number, `true`, `false`, `null` or an array: kept as written, since nobody looks inside.
    record Raw(int start, int end) implements JsonNode {}

    /// Members in the order of the text; of two with the same name the last one counts.
    record Tree(int start, int end, Map<String, Member> members) implements JsonNode {
        public Tree {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// A named value. `nameStart` is where the quote of its name opens, `nameEnd` just behind the one that closes.
    record Member(int nameStart, int nameEnd, JsonNode value) {}
}
