package io.geminigateway.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read by hand has a generated adapter, too, where requests hold it as well: the two must agree.
class AnswerReaderTest {
    private static final WireJson<Content> GENERATED = WireJson.ofGoogle(Content.class);

    private final GeminiJson json = new GeminiJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"role\":null,\"parts\":null}",
                "{\"role\":\"model\",\"parts\":[]}",
                "{\"role\":\"m\\u00f6del\",\"parts\":[{}]}",
                "{\"role\":\"mödel\",\"parts\":[{\"text\":\"\"},{\"text\":\"two\"},{\"text\":\"天\\n\"}]}",
                "{\"parts\":[{\"text\":\"a\",\"thought\":true,\"thoughtSignature\":\"s\",\"new\":[{\"text\":1}]}]}",
                "{\"parts\":[{\"text\":null,\"thought\":false},{\"thought\":null,\"thoughtSignature\":null}]}",
                "{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AA==\"}},{\"inlineData\":null}]}",
                "{\"parts\":[{\"fileData\": {\"fileUri\":\"x\"} , \"mediaResolution\":{\"level\":\"l\"}}]}",
                "{\"parts\":[{\"functionCall\":{\"id\":\"1\",\"name\":\"f\",\"args\":{\"a\": [1]}}},{\"functionCall\":null}]}",
                "{\"parts\":[{\"functionResponse\":{\"name\":\"f\"}},{\"functionResponse\":null}]}",
                "{\"parts\":[{\"executableCode\":{\"code\":\"1\"}},{\"codeExecutionResult\":{\"output\":\"ü\"}}]}"
            })
    void aContentIsWhatTheGeneratedAdapterReads(String content) {
        var answer = ("{\"candidates\":[{\"content\":" + content + "}]}").getBytes(UTF_8);

        assertThat(json.read(answer))
                .isInstanceOfSatisfying(
                        Reading.Event.class,
                        read -> assertThat(read.event().response().candidatesOrNone())
                                .extracting(Candidate::content)
                                .containsExactly(GENERATED.read(content.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{\"role\":1}",
                "{\"parts\":{}}",
                "{\"parts\":[null]}",
                "{\"parts\":[{\"text\":{}}]}",
                "{\"parts\":[{\"thought\":\"true\"}]}",
                "{\"parts\":[{\"inlineData\":\"AA==\"}]}",
                "{\"parts\":[{\"functionCall\":[]}]}",
                "{\"parts\":[{\"fileData\":}]}"
            })
    void whatTheGeneratedAdapterRefusesIsMalformed(String content) {
        var answer = ("{\"candidates\":[{\"content\":" + content + "}]}").getBytes(UTF_8);

        assertThat(json.read(answer)).isInstanceOf(Reading.Malformed.class);
        assertThatThrownBy(() -> GENERATED.read(content.getBytes(UTF_8))).isInstanceOf(MalformedJsonException.class);
    }
}
