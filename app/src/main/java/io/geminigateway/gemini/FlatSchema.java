package io.geminigateway.gemini;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A schema with what it refers to and what it is composed of (`$ref`, `allOf`) written into it. `followed` are the
/// references that led here, so that a schema that contains itself is cut instead of written out for ever.
record FlatSchema(JsonValue.Members schema, Set<String> followed, boolean isCut) {
    private static final String REF = "$ref";
    private static final String ALL_OF = "allOf";
    private static final int MAX_BRANCHES = 64;

    static FlatSchema of(JsonValue.Members schema, Set<String> followed, SchemaReferences references) {
        var resolved = resolve(schema, followed, references);
        if (!(resolved.schema().get(ALL_OF) instanceof JsonValue.Elements(var branches))) {
            return resolved;
        }
        var merged = new LinkedHashMap<>(resolved.schema().without(ALL_OF).members());
        var ways = new HashSet<>(resolved.followed());
        var cut = resolved.isCut();
        for (var branch : branches.subList(0, Math.min(branches.size(), MAX_BRANCHES))) {
            if (branch instanceof JsonValue.Members members && ways.size() < MAX_BRANCHES) {
                var flat = of(members, resolved.followed(), references);
                flat.schema().members().forEach((keyword, value) -> merged.merge(keyword, value, FlatSchema::both));
                ways.addAll(flat.followed());
                cut |= flat.isCut();
            }
        }
        return new FlatSchema(new JsonValue.Members(merged), ways, cut);
    }

    /// What stands beside a reference wins over what it leads to.
    private static FlatSchema resolve(JsonValue.Members schema, Set<String> followed, SchemaReferences references) {
        var ways = new HashSet<>(followed);
        var at = schema;
        while (at.get(REF) instanceof JsonValue.Text text) {
            var reference = text.value();
            if (!ways.add(reference)) {
                return new FlatSchema(at.without(REF), ways, true);
            }
            var beside = at.without(REF);
            at = references.find(reference).map(target -> over(target, beside)).orElse(beside);
        }
        return new FlatSchema(at, ways, false);
    }

    private static JsonValue.Members over(JsonValue.Members target, JsonValue.Members beside) {
        var both = new LinkedHashMap<>(target.members());
        both.putAll(beside.members());
        return new JsonValue.Members(both);
    }

    /// Two demands at once, as far as one schema can say it: all properties, all that is required; else the first word.
    private static JsonValue both(JsonValue one, JsonValue other) {
        if (one instanceof JsonValue.Members(var first) && other instanceof JsonValue.Members(var second)) {
            var all = new LinkedHashMap<>(first);
            second.forEach(all::putIfAbsent);
            return new JsonValue.Members(all);
        }
        if (one instanceof JsonValue.Elements(var first) && other instanceof JsonValue.Elements(var second)) {
            var all = new LinkedHashSet<>(first);
            all.addAll(second);
            return new JsonValue.Elements(new ArrayList<>(all));
        }
        return one;
    }

    Optional<String> text(String keyword) {
        return Optional.ofNullable(schema.get(keyword)).flatMap(JsonValue::asText);
    }

    /// The elements of a list; of a single value, that.
    List<JsonValue> list(String keyword) {
        return switch (schema.get(keyword)) {
            case JsonValue.Elements(var elements) -> elements;
            case null -> List.of();
            case JsonValue value -> List.of(value);
        };
    }

    Map<String, JsonValue> map(String keyword) {
        return schema.get(keyword) instanceof JsonValue.Members(var members) ? members : Map.of();
    }
}
