package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
    static List<Arguments> texts() {
        return List.of(
                Arguments.of("", "\"\""),
                Arguments.of("plain", "\"plain\""),
                Arguments.of("\"quoted\" \\", "\"\\\"quoted\\\" \\\\\""),
                Arguments.of("a\nb\r\tc", "\"a\\nb\\r\\tc\""),
                Arguments.of("\u0000\b\u001f\u007f", "\"\\u0000\\u0008\\u001f\u007f\""),
                Arguments.of("ä 天 😀 \u2028", "\"ä 天 😀 \u2028\""),
                Arguments.of("cut \ud83d in \ude00 half", "\"cut ? in ? half\""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextBecomesAJsonString(String text, String json) {
        assertThat(JsonText.quoted(text)).isEqualTo(json);
    }
}
