package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class TokenCountTest {
    private static final String CONTENTS = "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]";
    private static final String BARE = "{" + CONTENTS + "}";
    private static final String WHOLE =
            "{\"generateContentRequest\":{\"model\":\"models/m\"," + CONTENTS + ",\"tools\":[]}}";
    private static final String VERTEX = "{" + CONTENTS + ",\"tools\":[]}";

    @Test
    void theGeminiApiGetsWhatItKnows() {
        assertThat(text(TokenCount.forGeminiApi(call(BARE)))).isEqualTo(BARE);
        assertThat(text(TokenCount.forGeminiApi(call(WHOLE)))).isEqualTo(WHOLE);
        assertThat(json(TokenCount.forGeminiApi(call(VERTEX)))).isEqualTo(new JsonObject(WHOLE));
    }

    @Test
    void vertexAiGetsTheRequestItself() {
        assertThat(text(TokenCount.forVertex(call(BARE)))).isEqualTo(BARE);
        assertThat(text(TokenCount.forVertex(call(VERTEX)))).isEqualTo(VERTEX);
        assertThat(json(TokenCount.forVertex(call(WHOLE)))).isEqualTo(new JsonObject(VERTEX));
    }

    @Test
    void codeAssistGetsContentsWithoutThoughts() {
        var thinking = """
                {"generate_content_request":{"tools":[],"contents":[{"role":"user","parts":{"text":"hi"}},
                  {"role":"model","parts":[{"text":"hm","thought":true}]}]}}""";

        assertThat(json(TokenCount.forCodeAssist(call(thinking), "m")))
                .isEqualTo(new JsonObject("{\"request\":{\"model\":\"models/m\"," + CONTENTS + "}}"));
    }

    @Test
    void whatIsNoJsonIsTheClientsMistake() {
        assertThatThrownBy(() -> TokenCount.forVertex(call("{"))).isInstanceOf(RefusedException.class);
    }

    private static GeminiCall call(String body) {
        return new GeminiCall("req_1", new ModelName("m"), Method.COUNT_TOKENS, body.getBytes(UTF_8), "");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static JsonObject json(byte[] bytes) {
        return new JsonObject(text(bytes));
    }
}
