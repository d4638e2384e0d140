package io.geminigateway.gemini;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Turns a JSON Schema into Gemini's own `Schema`, for where the former is not taken: one unknown keyword there fails
/// the whole request. Says as much as `Schema` can say; the rest becomes a remark in the description, or is dropped.
/// Names of properties, and data, stay what they are.
public final class SchemaCleaner {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_SCHEMAS = 5_000;

    private static final Map<String, Set<String>> FORMATS = Map.of(
            "STRING", Set.of("date-time", "enum"),
            "INTEGER", Set.of("int32", "int64"),
            "NUMBER", Set.of("float", "double"));
    private static final Set<String> TYPES =
            Set.of("STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL");
    private static final Set<String> COUNTS =
            Set.of("minItems", "maxItems", "minProperties", "maxProperties", "minLength", "maxLength");
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum");

    /// What `Schema` has no word for, but a model may well read.
    private static final List<String> REMARKABLE =
            List.of("exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems", "not", "propertyNames");

    private final SchemaReferences references;
    private int schemas;

    private SchemaCleaner(JsonValue.Members root) {
        references = new SchemaReferences(root);
    }

    /// The same as a `Schema`. Never fails: what cannot be said, or contains itself without end, is left open.
    public static JsonValue.Members clean(JsonValue.Members schema) {
        return new SchemaCleaner(schema).clean(schema, Set.of(), 0);
    }

    private JsonValue.Members clean(JsonValue schema, Set<String> followed, int depth) {
        if (!(schema instanceof JsonValue.Members members) || depth > MAX_DEPTH || ++schemas > MAX_SCHEMAS) {
            return new JsonValue.Members(Map.of("type", JsonValue.of(depth > MAX_DEPTH ? "OBJECT" : "STRING")));
        }
        var flat = FlatSchema.of(members, followed, references);
        var out = new CleanSchema();
        alternatives(flat, out, depth);
        type(flat, out);
        values(flat, out);
        children(flat, out, depth);
        plainKeywords(flat, out);
        remarks(flat, out);
        return out.members();
    }

    /// `anyOf`, `oneOf`, and several types at once. A branch that only says null is a flag; a single other branch is no
    /// alternative.
    private void alternatives(FlatSchema flat, CleanSchema out, int depth) {
        var branches = Stream.concat(flat.list("anyOf").stream(), flat.list("oneOf").stream())
                .map(branch -> clean(branch, flat.followed(), depth + 1))
                .toList();
        var others = branches.stream().filter(branch -> !isNull(branch)).toList();
        if (others.size() < branches.size()) {
            out.nullable();
        }
        if (others.size() == 1) {
            others.getFirst().members().forEach(out::put);
        } else if (!others.isEmpty() && flat.map("properties").isEmpty()) {
            out.put("anyOf", new JsonValue.Elements(List.copyOf(others)));
        }
    }

    private static boolean isNull(JsonValue.Members schema) {
        return schema.get("type") instanceof JsonValue.Text type && type.value().equals("NULL");
    }

    private void type(FlatSchema flat, CleanSchema out) {
        var types = flat.list("type").stream()
                .flatMap(type -> type.asText().stream())
                .map(type -> type.toUpperCase(Locale.ROOT))
                .filter(TYPES::contains)
                .distinct()
                .toList();
        var others = types.stream().filter(type -> !type.equals("NULL")).toList();
        if (others.size() < types.size() && !others.isEmpty()) {
            out.nullable();
        }
        if (out.has("anyOf")) {
            return; // some models refuse a type beside it
        }
        if (others.size() > 1 && flat.list("enum").isEmpty()) {
            out.put(
                    "anyOf",
                    new JsonValue.Elements(others.stream()
                            .<JsonValue>map(type -> typed(type, flat))
                            .toList()));
        } else if (!types.isEmpty()) {
            out.put("type", JsonValue.of(others.isEmpty() ? "NULL" : others.getFirst()));
        } else {
            guess(flat, out);
        }
    }

    /// An array says what of: some models insist.
    private JsonValue.Members typed(String type, FlatSchema flat) {
        var schema = JsonValue.Members.NONE.with("type", JsonValue.of(type));
        if (!type.equals("ARRAY")) {
            return schema;
        }
        return schema.with("items", items(flat, 1));
    }

    private static void guess(FlatSchema flat, CleanSchema out) {
        if (out.has("type")) {
            return;
        }
        if (flat.isCut() || !flat.map("properties").isEmpty() || flat.schema().has("additionalProperties")) {
            out.put("type", JsonValue.of("OBJECT"));
        } else if (flat.schema().has("items") || flat.schema().has("prefixItems")) {
            out.put("type", JsonValue.of("ARRAY"));
        } else {
            out.put("type", JsonValue.of("STRING"));
        }
    }

    /// `enum` and `const`: Gemini has strings only, so other values are spelled.
    private void values(FlatSchema flat, CleanSchema out) {
        var only = flat.schema().get("const");
        var listed = only == null ? flat.list("enum") : List.of(only);
        if (listed.contains(JsonValue.Null.NULL)) {
            out.nullable();
        }
        var values = listed.stream()
                .filter(value -> value != JsonValue.Null.NULL)
                .map(value -> value.asText().orElseGet(value::toString))
                .filter(value -> !value.isEmpty())
                .distinct()
                .<JsonValue>map(JsonValue::of)
                .toList();
        if (values.isEmpty()) {
            return;
        }
        if (listed.stream().noneMatch(JsonValue.Text.class::isInstance)) {
            out.remark("written as a string");
        }
        out.put("type", JsonValue.of("STRING"));
        out.put("enum", new JsonValue.Elements(values));
    }

    private void children(FlatSchema flat, CleanSchema out, int depth) {
        if (out.isA("OBJECT") && !flat.map("properties").isEmpty()) {
            var properties = new LinkedHashMap<String, JsonValue>();
            flat.map("properties")
                    .forEach((name, schema) -> properties.put(name, clean(schema, flat.followed(), depth + 1)));
            out.put("properties", new JsonValue.Members(properties));
            out.putUnlessEmpty(
                    "required",
                    flat.list("required").stream()
                            .filter(name -> name.asText()
                                    .filter(properties::containsKey)
                                    .isPresent())
                            .distinct()
                            .toList());
            if (properties.size() > 1) {
                out.put(
                        "propertyOrdering",
                        new JsonValue.Elements(
                                properties.keySet().stream().map(JsonValue::of).toList()));
            }
        }
        if (out.isA("ARRAY") && !out.has("items")) {
            out.put("items", items(flat, depth));
        }
    }

    /// What the elements are. `Schema` knows no tuples: each may be any of its kinds.
    private JsonValue items(FlatSchema flat, int depth) {
        var kinds = new ArrayList<JsonValue>();
        Stream.concat(flat.list("prefixItems").stream(), flat.list("items").stream())
                .filter(JsonValue.Members.class::isInstance)
                .map(schema -> clean(schema, flat.followed(), depth + 1))
                .filter(schema -> !kinds.contains(schema))
                .forEach(kinds::add);
        return switch (kinds.size()) {
            case 0 -> JsonValue.Members.NONE.with("type", JsonValue.of("STRING"));
            case 1 -> kinds.getFirst();
            default -> JsonValue.Members.NONE.with("anyOf", new JsonValue.Elements(kinds));
        };
    }

    private static void plainKeywords(FlatSchema flat, CleanSchema out) {
        for (var name : List.of("title", "description", "pattern")) {
            flat.text(name).ifPresent(text -> out.put(name, JsonValue.of(text)));
        }
        for (var name : List.of("default", "example")) {
            var data = flat.schema().get(name);
            if (data != null) {
                out.put(name, data);
            }
        }
        if (flat.schema().get("nullable") instanceof JsonValue.Flag(var flag) && flag) {
            out.nullable();
        }
        flat.schema().members().forEach((name, value) -> {
            if (value instanceof JsonValue.Numeral(var digits)
                    && (BOUNDS.contains(name) || (COUNTS.contains(name) && digits.matches("[0-9]{1,18}")))) {
                out.put(name, value);
            }
        });
    }

    private static void remarks(FlatSchema flat, CleanSchema out) {
        flat.text("format").ifPresent(format -> {
            if (FORMATS.entrySet().stream()
                    .anyMatch(
                            entry -> out.isA(entry.getKey()) && entry.getValue().contains(format))) {
                out.put("format", JsonValue.of(format));
            } else {
                out.remark("format: " + format);
            }
        });
        for (var keyword : REMARKABLE) {
            var value = flat.schema().get(keyword);
            if (value != null && !isWholeBound(keyword, value, out)) {
                out.remark("%s: %s".formatted(keyword, value));
            }
        }
    }

    /// Among integers, more than 3 is at least 4.
    private static boolean isWholeBound(String keyword, JsonValue value, CleanSchema out) {
        if (!out.isA("INTEGER")
                || !(value instanceof JsonValue.Numeral(var digits))
                || !digits.matches("-?[0-9]{1,15}")) {
            return false;
        }
        var bound = new BigDecimal(digits);
        return switch (keyword) {
            case "exclusiveMinimum" -> out.putAbsent("minimum", bound.add(BigDecimal.ONE));
            case "exclusiveMaximum" -> out.putAbsent("maximum", bound.subtract(BigDecimal.ONE));
            default -> false;
        };
    }
}
