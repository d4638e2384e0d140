package io.geminigateway.gemini;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Any JSON, as a tree: for the few places that look into what everybody else passes on raw. Immutable; members keep
/// their order, numbers their digits. `toString` gives the JSON text.
public sealed interface JsonValue {
    /// Throws a [MalformedJsonException] for whatever is not exactly one JSON value.
    static JsonValue parse(byte[] json) {
        return JsonTree.parse(json);
    }

    /// The same of a text that was read as JSON before. Nothing in it is copied.
    static JsonValue parse(RawJson json) {
        return JsonTree.parse(json);
    }

    /// Throws a [MalformedJsonException] for whatever is not exactly one JSON value.
    static JsonValue parse(String json) {
        return JsonTree.parse(json);
    }

    static JsonValue of(String text) {
        return new Text(Utf8.of(text));
    }

    static JsonValue of(long number) {
        return new Numeral(Long.toString(number));
    }

    static JsonValue of(boolean flag) {
        return new Flag(flag);
    }

    /// This value if it is an object.
    default Optional<Members> asObject() {
        return this instanceof Members members ? Optional.of(members) : Optional.empty();
    }

    /// This value if it is a string.
    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /// This value if it is a whole number that is not too large.
    default Optional<Integer> asInteger() {
        try {
            return this instanceof Numeral(var digits) ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
        } catch (NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    /// An object. Of two members with one name, the last counts.
    record Members(Map<String, JsonValue> members) implements JsonValue {
        public static final Members NONE = new Members(Map.of());

        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }

        public boolean has(String name) {
            return members.containsKey(name);
        }

        /// The same with this member set, in its old place or at the end.
        public Members with(String name, JsonValue value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Members(changed);
        }

        public Members without(String name) {
            if (!has(name)) {
                return this;
            }
            var changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new Members(changed);
        }

        @Override
        public String toString() {
            return JsonTree.write(this);
        }
    }

    /// An array.
    record Elements(List<JsonValue> elements) implements JsonValue {
        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return JsonTree.write(this);
        }
    }

    /// A string; it may be large, and is not made one before it is asked for its [#value].
    record Text(Utf8 utf8) implements JsonValue {
        public String value() {
            return utf8.toString();
        }

        @Override
        public String toString() {
            return JsonTree.write(this);
        }
    }

    /// A number as it was written.
    record Numeral(String digits) implements JsonValue {
        @Override
        public String toString() {
            return digits;
        }
    }

    record Flag(boolean value) implements JsonValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    enum Null implements JsonValue {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }
}
