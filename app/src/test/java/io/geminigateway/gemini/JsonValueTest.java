package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "-0.50e+3",
                "12345678901234567890",
                "\"a \\\"b\\\" \\\\ \\n \\u0007 ж 😀\"",
                "{\"z\":1,\"a\":{\"\":[true,false,null,{},[]]}}",
            })
    void whatIsReadIsWrittenAsItWas(String json) {
        assertThat(JsonValue.parse(json)).hasToString(json);
    }

    @Test
    void aMemberIsReplacedInItsPlaceAndRemoved() {
        var object = JsonValue.parse("{\"a\":1,\"b\":2}").asObject().orElseThrow();

        assertThat(object.with("a", JsonValue.of("x")).with("c", JsonValue.of(true)))
                .hasToString("{\"a\":\"x\",\"b\":2,\"c\":true}");
        assertThat(object.without("a")).hasToString("{\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":}", "nul", "1 2", "\"\\ud800\"", "{a:1}"})
    void whatIsNotJsonIsRefused(String json) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> JsonValue.parse(json));
    }

    @Test
    void depthIsBounded() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonValue.parse("[".repeat(100_000) + "]".repeat(100_000)));
    }
}
