package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class SchemaCleanerTest {
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "format",
            "title",
            "description",
            "nullable",
            "enum",
            "items",
            "minItems",
            "maxItems",
            "properties",
            "required",
            "minProperties",
            "maxProperties",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "example",
            "anyOf",
            "propertyOrdering",
            "default");

    record Pair(String id, JsonObject input, Object expected) {
        boolean isRefused() {
            return !(expected instanceof JsonObject);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Pair> pairs() throws IOException {
        return new JsonArray(Files.readString(Path.of("src/test/resources/schemas/pairs.json")))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(row ->
                                new Pair(row.getString("id"), row.getJsonObject("input"), row.getValue("expected")));
    }

    static Stream<Pair> translated() throws IOException {
        return pairs().filter(pair -> !pair.isRefused());
    }

    @ParameterizedTest
    @MethodSource("translated")
    void aSchemaSaysWhatOthersMakeOfIt(Pair pair) {
        var cleaned = clean(pair.input().encode());

        assertThat(alike(new JsonObject(cleaned))).isEqualTo(alike(pair.expected()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whateverComesOutGeminiKnows(Pair pair) {
        assertKnown(new JsonObject(clean(pair.input().encode())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":[\"string\",\"null\"]} | {\"type\":\"STRING\",\"nullable\":true}",
                "{\"type\":\"null\"} | {\"type\":\"NULL\"}",
                "{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}],\"description\":\"d\"} | {\"nullable\":true,\"type\":\"INTEGER\",\"description\":\"d\"}",
                "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]} | {\"anyOf\":[{\"type\":\"STRING\"},{\"type\":\"INTEGER\"}]}",
                "{\"type\":\"string\",\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]} | {\"anyOf\":[{\"type\":\"STRING\"},{\"type\":\"INTEGER\"}]}",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]} | {\"type\":\"OBJECT\",\"properties\":{\"a\":{\"type\":\"STRING\"}}}",
                "{\"enum\":[1,2]} | {\"type\":\"STRING\",\"enum\":[\"1\",\"2\"],\"description\":\"(written as a string)\"}",
                "{\"enum\":[\"a\",null]} | {\"nullable\":true,\"type\":\"STRING\",\"enum\":[\"a\"]}",
                "{\"const\":true} | {\"type\":\"STRING\",\"enum\":[\"true\"],\"description\":\"(written as a string)\"}",
                "{\"type\":\"integer\",\"exclusiveMinimum\":3,\"exclusiveMaximum\":9} | {\"type\":\"INTEGER\",\"minimum\":4,\"maximum\":8}",
                "{\"type\":\"number\",\"exclusiveMinimum\":3,\"multipleOf\":0.5} | {\"type\":\"NUMBER\",\"description\":\"(exclusiveMinimum: 3; multipleOf: 0.5)\"}",
                "{\"type\":\"string\",\"format\":\"date-time\"} | {\"type\":\"STRING\",\"format\":\"date-time\"}",
                "{\"type\":\"string\",\"format\":\"uri\",\"description\":\"Where\"} | {\"type\":\"STRING\",\"description\":\"Where (format: uri)\"}",
                "{\"type\":\"integer\",\"format\":\"int64\"} | {\"type\":\"INTEGER\",\"format\":\"int64\"}",
                "{\"type\":\"array\"} | {\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\"}}",
                "{\"type\":\"array\",\"items\":[{\"type\":\"string\"},{\"type\":\"integer\"}]} | {\"type\":\"ARRAY\",\"items\":{\"anyOf\":[{\"type\":\"STRING\"},{\"type\":\"INTEGER\"}]}}",
                "{\"prefixItems\":[{\"type\":\"string\"}],\"items\":false} | {\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\"}}",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}} | {\"type\":\"OBJECT\"}",
                "{\"type\":\"object\",\"properties\":{\"$ref\":{\"type\":\"string\"},\"enum\":{\"type\":\"string\"},\"additionalProperties\":{\"type\":\"string\"}},\"required\":[\"$ref\",\"gone\"]} | {\"type\":\"OBJECT\",\"properties\":{\"$ref\":{\"type\":\"STRING\"},\"enum\":{\"type\":\"STRING\"},\"additionalProperties\":{\"type\":\"STRING\"}},\"required\":[\"$ref\"]}",
                "{\"type\":\"string\",\"default\":{\"$schema\":\"x\",\"additionalProperties\":1}} | {\"type\":\"STRING\",\"default\":{\"$schema\":\"x\",\"additionalProperties\":1}}",
                "{\"allOf\":[{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]},{\"properties\":{\"b\":{\"type\":\"integer\"}},\"required\":[\"b\"]}]} | {\"type\":\"OBJECT\",\"properties\":{\"a\":{\"type\":\"STRING\"},\"b\":{\"type\":\"INTEGER\"}},\"required\":[\"a\",\"b\"]}",
                "{\"type\":\"object\",\"properties\":{\"n\":{\"$ref\":\"#/$defs/N\"}},\"$defs\":{\"N\":{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#/$defs/N\"},\"v\":{\"type\":\"string\"}}}}} | {\"type\":\"OBJECT\",\"properties\":{\"n\":{\"type\":\"OBJECT\",\"properties\":{\"next\":{\"type\":\"OBJECT\"},\"v\":{\"type\":\"STRING\"}},\"propertyOrdering\":[\"next\",\"v\"]}}}",
                "{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}} | {\"type\":\"ARRAY\",\"items\":{\"type\":\"ARRAY\",\"items\":{\"type\":\"OBJECT\"}}}",
                "{\"$ref\":\"#/$defs/A%20b~1c\",\"$defs\":{\"A b/c\":{\"type\":\"boolean\"}}} | {\"type\":\"BOOLEAN\"}",
                "{\"$ref\":\"#/$defs/A\",\"$defs\":{\"A\":{\"$ref\":\"#/$defs/B\"},\"B\":{\"$ref\":\"#/$defs/A\"}}} | {\"type\":\"OBJECT\"}",
                "{\"$ref\":\"https://example.com/a.json\",\"description\":\"far\"} | {\"type\":\"STRING\",\"description\":\"far\"}",
                "{\"type\":\"array\",\"minItems\":1,\"maxItems\":\"2\",\"uniqueItems\":true,\"items\":{\"type\":\"string\"}} | {\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\"},\"minItems\":1,\"description\":\"(uniqueItems: true)\"}",
                "{\"type\":\"string\",\"strict\":true,\"encrypted\":true,\"examples\":[\"x\"],\"if\":{},\"$comment\":\"c\"} | {\"type\":\"STRING\"}",
                "{\"type\":\"object\",\"properties\":{\"a\":true,\"b\":null,\"c\":[]}} | {\"type\":\"OBJECT\",\"properties\":{\"a\":{\"type\":\"STRING\"},\"b\":{\"type\":\"STRING\"},\"c\":{\"type\":\"STRING\"}}}",
                "{\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"integer\"}} | {\"anyOf\":[{\"type\":\"STRING\"},{\"type\":\"ARRAY\",\"items\":{\"type\":\"INTEGER\"}}]}"
            })
    void everyKeywordHasItsWay(String schema, String expected) {
        var cleaned = new JsonObject(clean(schema));

        assertThat(unordered(cleaned)).isEqualTo(new JsonObject(expected));
        assertKnown(cleaned);
    }

    @Test
    void theOrderOfPropertiesIsTold() {
        var cleaned =
                clean("{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"},\"a\":{\"type\":\"string\"}}}");

        assertThat(cleaned).contains("\"propertyOrdering\":[\"b\",\"a\"]");
    }

    @Test
    void aSchemaThatGrowsWithoutEndIsCut() {
        var levels = IntStream.range(0, 60)
                .mapToObj(i -> "\"A%d\":{\"allOf\":[{\"$ref\":\"#/$defs/A%d\"},{\"$ref\":\"#/$defs/A%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));
        var wide = IntStream.range(0, 60)
                .mapToObj(i ->
                        "\"B%d\":{\"properties\":{\"l\":{\"$ref\":\"#/$defs/B%d\"},\"r\":{\"$ref\":\"#/$defs/B%d\"}}}"
                                .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(","));

        var merged = clean("{\"$ref\":\"#/$defs/A0\",\"$defs\":{" + levels + "}}");
        var written = clean("{\"$ref\":\"#/$defs/B0\",\"$defs\":{" + wide + "}}");

        assertThat(merged).hasSizeLessThan(100_000);
        assertThat(written).hasSizeLessThan(1_000_000);
        assertKnown(new JsonObject(written));
    }

    @Test
    void aWordThatIsReferredToAThousandTimesIsNotRepeatedWithoutEnd() {
        var uses = IntStream.range(0, 3000)
                .mapToObj(i -> "\"p%d\":{\"$ref\":\"#/$defs/A\"}".formatted(i))
                .collect(Collectors.joining(","));
        var schema =
                "{\"properties\":{" + uses + "},\"$defs\":{\"A\":{\"description\":\"" + "x".repeat(100_000) + "\"}}}";

        assertThat(clean(schema)).hasSizeLessThan(8_000_000);
    }

    private static String clean(String schema) {
        return SchemaCleaner.clean(JsonValue.parse(schema).asObject().orElseThrow())
                .toString();
    }

    /// Types in one spelling, and without what is only about order.
    private static Object alike(Object schema) {
        if (schema instanceof JsonObject object) {
            var same = unordered(object);
            if (object.getValue("type") instanceof String type) {
                same.put("type", type.toLowerCase(Locale.ROOT));
            }
            return same.stream()
                    .collect(
                            JsonObject::new, (all, e) -> all.put(e.getKey(), alike(e.getValue())), JsonObject::mergeIn);
        }
        return schema instanceof JsonArray array
                ? new JsonArray(array.stream().map(SchemaCleanerTest::alike).toList())
                : schema;
    }

    private static JsonObject unordered(JsonObject schema) {
        var same = schema.copy();
        same.remove("propertyOrdering");
        return same;
    }

    /// Every keyword, at every depth; names of properties are free.
    private static void assertKnown(JsonObject schema) {
        assertThat(KEYWORDS).containsAll(schema.fieldNames());
        schema.getJsonObject("properties", new JsonObject())
                .forEach(property -> assertKnown((JsonObject) property.getValue()));
        schema.getJsonArray("anyOf", new JsonArray()).forEach(branch -> assertKnown((JsonObject) branch));
        if (schema.containsKey("items")) {
            assertKnown(schema.getJsonObject("items"));
        }
    }
}
