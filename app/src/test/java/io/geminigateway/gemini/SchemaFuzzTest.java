package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever schema a client sends becomes one that Gemini's front end takes.
public class SchemaFuzzTest {
    private static final Set<String> KNOWN = Set.of(
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

    static Stream<Arguments> schema() {
        return Corpus.of("schema");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schema")
    void aSchemaIsCleanedToWhatGeminiKnows(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] json) {
        parsed(json).ifPresent(schema -> check(SchemaCleaner.clean(schema)));
    }

    private static Optional<JsonValue.Members> parsed(byte[] json) {
        try {
            return JsonValue.parse(json).asObject();
        } catch (MalformedJsonException malformed) {
            return Optional.empty();
        }
    }

    private static void check(JsonValue.Members schema) {
        assertThat(KNOWN).containsAll(schema.members().keySet());
        schema.members().forEach((keyword, value) -> {
            switch (keyword) {
                case "properties" ->
                    value.asObject().orElseThrow().members().values().forEach(SchemaFuzzTest::nested);
                case "anyOf" -> ((JsonValue.Elements) value).elements().forEach(SchemaFuzzTest::nested);
                case "items" -> nested(value);
                default -> {}
            }
        });
    }

    private static void nested(JsonValue schema) {
        check(schema.asObject().orElseThrow());
    }
}
