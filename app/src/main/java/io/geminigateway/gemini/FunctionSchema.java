package io.geminigateway.gemini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A JSON Schema as `parametersJsonSchema` and `responseJsonSchema` take it. Google ignores most of what it does not
/// know, but neither `$schema` nor references to places other than `$defs`: the one is taken out, what the others lead
/// to becomes a definition, and nothing else is changed. Names of properties and data are not looked into.
public final class FunctionSchema {
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("anyOf", "oneOf", "allOf", "prefixItems", "items");
    private static final Set<String> SINGLES =
            Set.of("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames");

    /// What may stand in the schema of a function without arguments.
    private static final Set<String> TRIVIAL =
            Set.of("type", "properties", "required", "additionalProperties", "title", "description");

    private static final String REF = "$ref";
    private static final String DEFS = "$defs";
    private static final String DEFINITIONS = "definitions";
    private static final String TO_DEFS = "#/$defs/";
    private static final String TO_DEFINITIONS = "#/definitions/";

    private final SchemaReferences references;

    /// New definitions by what referred to them; absent where that leads nowhere.
    private final Map<String, Optional<String>> names = new LinkedHashMap<>();

    private final Map<String, JsonValue> definitions = new LinkedHashMap<>();

    private FunctionSchema(JsonValue.Members root) {
        references = new SchemaReferences(root);
    }

    /// The schema as Google takes it.
    public static JsonValue.Members of(JsonValue.Members schema) {
        var work = new FunctionSchema(schema);
        var tidy = work.tidy(schema);
        if (work.definitions.isEmpty()) {
            return tidy;
        }
        return tidy.with(DEFS, both(tidy.get(DEFS), new JsonValue.Members(work.definitions)));
    }

    /// The schema of a function's arguments; empty for a function that has none: some models refuse an object without
    /// properties.
    public static Optional<JsonValue.Members> ofArguments(JsonValue.Members schema) {
        var tidy = of(schema);
        return isTrivial(tidy) ? Optional.empty() : Optional.of(tidy);
    }

    private static boolean isTrivial(JsonValue.Members schema) {
        return TRIVIAL.containsAll(schema.members().keySet())
                && (!(schema.get("properties") instanceof JsonValue.Members(var properties)) || properties.isEmpty())
                && !isOpen(schema.get("additionalProperties"));
    }

    private static boolean isOpen(@Nullable JsonValue additional) {
        return additional instanceof JsonValue.Members || (additional instanceof JsonValue.Flag(var open) && open);
    }

    /// Beside a `$ref` Google takes no other keyword than those with a dollar.
    private JsonValue.Members tidy(JsonValue.Members schema) {
        if (!(schema.get(REF) instanceof JsonValue.Text spoken)) {
            return members(schema, false);
        }
        return reference(spoken.value())
                .map(reference -> members(schema, true).with(REF, JsonValue.of(reference)))
                .orElseGet(() -> members(schema.without(REF), false));
    }

    private Optional<String> reference(String spoken) {
        if (spoken.equals("#") || spoken.startsWith(TO_DEFS)) {
            return Optional.of(spoken);
        }
        if (spoken.startsWith(TO_DEFINITIONS)) {
            return Optional.of(TO_DEFS + spoken.substring(TO_DEFINITIONS.length()));
        }
        return define(spoken).map(TO_DEFS::concat);
    }

    /// The name comes before the definition: it may refer to itself.
    private Optional<String> define(String spoken) {
        if (!names.containsKey(spoken)) {
            var target = references.find(spoken);
            var name = target.map(_ -> "referred_%d".formatted(names.size() + 1));
            names.put(spoken, name);
            target.ifPresent(schema -> definitions.put(name.orElseThrow(), tidy(schema)));
        }
        return names.getOrDefault(spoken, Optional.empty());
    }

    private JsonValue.Members members(JsonValue.Members schema, boolean dollarsOnly) {
        var tidy = new LinkedHashMap<String, JsonValue>();
        for (var member : schema.members().entrySet()) {
            var keyword = member.getKey().equals(DEFINITIONS) ? DEFS : member.getKey();
            if (!keyword.equals("$schema") && (!dollarsOnly || keyword.startsWith("$"))) {
                tidy.merge(keyword, keyword(keyword, member.getValue()), FunctionSchema::both);
            }
        }
        return new JsonValue.Members(tidy);
    }

    private JsonValue keyword(String keyword, JsonValue value) {
        UnaryOperator<JsonValue> each = inner -> inner instanceof JsonValue.Members schema ? tidy(schema) : inner;
        return switch (value) {
            case JsonValue.Members(var map)
            when MAPS.contains(keyword) -> {
                var mapped = new LinkedHashMap<>(map);
                mapped.replaceAll((_, inner) -> each.apply(inner));
                yield new JsonValue.Members(mapped);
            }
            case JsonValue.Members schema when SINGLES.contains(keyword) -> tidy(schema);
            case JsonValue.Elements(var list)
            when LISTS.contains(keyword) ->
                new JsonValue.Elements(list.stream().map(each).toList());
            default -> value;
        };
    }

    /// The members of both, as far as both are objects; the first word counts.
    private static JsonValue both(@Nullable JsonValue one, JsonValue other) {
        if (one instanceof JsonValue.Members(var first) && other instanceof JsonValue.Members(var second)) {
            var all = new LinkedHashMap<>(first);
            second.forEach(all::putIfAbsent);
            return new JsonValue.Members(all);
        }
        return one == null ? other : one;
    }
}
