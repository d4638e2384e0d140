package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionSchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"$schema\":\"x\",\"type\":\"object\"} | {\"type\":\"object\"}",
                "{\"properties\":{\"a\":{\"$schema\":\"x\",\"const\":1}}} | {\"properties\":{\"a\":{\"const\":1}}}",
                "{\"properties\":{\"$schema\":{\"type\":\"string\"}}} | {\"properties\":{\"$schema\":{\"type\":\"string\"}}}",
                "{\"properties\":{\"definitions\":{\"$ref\":\"#\",\"description\":\"d\"}}} | {\"properties\":{\"definitions\":{\"$ref\":\"#\"}}}",
                "{\"default\":{\"$schema\":\"x\"},\"enum\":[{\"$ref\":\"y\"}]} | {\"default\":{\"$schema\":\"x\"},\"enum\":[{\"$ref\":\"y\"}]}",
                "{\"$ref\":\"#/definitions/A\",\"type\":\"object\",\"definitions\":{\"A\":{\"type\":\"string\"}}} | {\"$ref\":\"#/$defs/A\",\"$defs\":{\"A\":{\"type\":\"string\"}}}",
                "{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"$ref\":\"#/properties/a\"}}} | {\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"$ref\":\"#/$defs/referred_1\"}},\"$defs\":{\"referred_1\":{\"type\":\"string\"}}}",
                "{\"properties\":{\"a\":{\"items\":{\"$ref\":\"#/properties/a\"}}}} | {\"properties\":{\"a\":{\"items\":{\"$ref\":\"#/$defs/referred_1\"}}},\"$defs\":{\"referred_1\":{\"items\":{\"$ref\":\"#/$defs/referred_1\"}}}}",
                "{\"properties\":{\"a\":{\"$ref\":\"other.json\",\"type\":\"string\"}}} | {\"properties\":{\"a\":{\"type\":\"string\"}}}",
                "{\"anyOf\":[{\"$schema\":\"x\",\"type\":[\"string\",\"null\"]}]} | {\"anyOf\":[{\"type\":[\"string\",\"null\"]}]}",
                "{\"additionalProperties\":{\"$schema\":\"x\"}} | {\"additionalProperties\":{}}"
            })
    void onlyWhatGoogleStumblesOverIsChanged(String schema, String expected) {
        assertThat(new JsonObject(FunctionSchema.of(parse(schema)).toString())).isEqualTo(new JsonObject(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"object\"}",
                "{\"type\":\"object\",\"properties\":{}}",
                "{\"$schema\":\"x\",\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}"
            })
    void aFunctionWithoutArgumentsHasNoSchema(String schema) {
        assertThat(FunctionSchema.ofArguments(parse(schema))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"additionalProperties\":true}",
                "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":{\"type\":\"string\"}}",
                "{\"$ref\":\"#/$defs/A\",\"$defs\":{\"A\":{}}}",
                "{\"anyOf\":[{}]}"
            })
    void whatMayHoldArgumentsIsKept(String schema) {
        assertThat(FunctionSchema.ofArguments(parse(schema))).contains(parse(schema));
    }

    @Test
    void aRepairedRequestHasPlainSchemasAndNothingElseChanged() {
        var request = """
                {"contents":[{"parts":[{"functionCall":{"name":"f","args":{"parametersJsonSchema":{}}}}]}],
                 "tools":[{"functionDeclarations":[
                   {"name":"f","parametersJsonSchema":{"type":"object","properties":{"a":{"const":"x"}}},"description":"d"},
                   {"name":"g"}]},{"googleSearch":{}}],
                 "generationConfig":{"responseJsonSchema":{"type":"string"},"seed":1}}""";

        var repaired = RequestRepair.withPlainSchemas(request.getBytes(UTF_8));

        assertThat(new JsonObject(new String(repaired, UTF_8))).isEqualTo(new JsonObject("""
                {"contents":[{"parts":[{"functionCall":{"name":"f","args":{"parametersJsonSchema":{}}}}]}],
                 "tools":[{"functionDeclarations":[
                   {"name":"f","parameters":{"type":"OBJECT","properties":{"a":{"type":"STRING","enum":["x"]}}},
                    "description":"d"},
                   {"name":"g"}]},{"googleSearch":{}}],
                 "generationConfig":{"responseSchema":{"type":"STRING"},"seed":1}}"""));
    }

    @Test
    void everySignatureGivesWayToTheSkipValue() {
        var request = """
                {"contents":[{"role":"user","parts":[{"text":"thoughtSignature"}]},
                 {"role":"model","parts":[{"text":"a","thoughtSignature":"AAAA"},
                  {"functionCall":{"name":"f","args":{"thoughtSignature":"mine"}},"thoughtSignature":"BBBB"},
                  {"functionCall":{"name":"f"}}]}]}""";

        var repaired = RequestRepair.withoutSignatures(request.getBytes(UTF_8));

        assertThat(new JsonObject(new String(repaired, UTF_8)))
                .isEqualTo(new JsonObject(
                        request.replace("AAAA", ThoughtSignature.SKIP).replace("BBBB", ThoughtSignature.SKIP)));
    }

    private static JsonValue.Members parse(String schema) {
        return JsonValue.parse(schema).asObject().orElseThrow();
    }
}
