package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who comes from Google's own layer for OpenAI's clients keeps its base URL: `/v1beta/openai`.
class OpenAiAliasTest {
    @TempDir
    private static Path home;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.withKeys(home, "a");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/chat/completions | {\"model\":\"gemini-3.8-flash\",\"messages\":[{\"role\":\"user\",\"content\":\"echo: x\"}]} | chat.completion",
                "/completions | {\"model\":\"gemini-3.8-flash\",\"prompt\":\"Once\"} | text_completion",
                "/responses | {\"model\":\"gemini-3.8-flash\",\"input\":\"echo: x\"} | response",
                "/responses/input_tokens | {\"model\":\"gemini-3.8-flash\",\"input\":\"one two three\"} | response.input_tokens",
                "/embeddings | {\"model\":\"gemini-embedding-001\",\"input\":\"x\"} | list"
            })
    void everyEndpointThatAnswersInJsonIsThere(String endpoint, String body, String object) {
        var answer = rig.post("/v1beta/openai" + endpoint, body, "x-goog-api-key", "any string will do");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getString("object")).isEqualTo(object);
    }

    /// An endpoint that is there says what it misses, under either name; one that is not, that it is none.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/images/generations",
                "/images/edits",
                "/audio/speech",
                "/audio/transcriptions",
                "/audio/translations",
                "/moderations"
            })
    void soIsEveryOther(String endpoint) {
        var alias = rig.post("/v1beta/openai" + endpoint, "{}", "authorization", "Bearer any string will do");
        var plain = rig.post("/v1" + endpoint, "{}", "authorization", "Bearer any string will do");

        assertThat(alias.body())
                .isEqualTo(plain.body())
                .contains("invalid_request_error")
                .doesNotContain("Unknown");
        assertThat(alias.statusCode()).isEqualTo(plain.statusCode());
    }

    @Test
    void modelsAreListedInOpenAisShape() {
        var list = new JsonObject(
                rig.get("/v1beta/openai/models", "x-goog-api-key", "any").body());
        var one = new JsonObject(rig.get("/v1beta/openai/models/" + Rig.MODEL).body());

        assertThat(list.getString("object")).isEqualTo("list");
        assertThat(one.getString("object")).isEqualTo("model");
    }

    @Test
    void whatIsKeptIsFoundUnderEitherName() {
        var response = new JsonObject(
                rig.post("/v1beta/openai/responses", "{\"model\":\"gemini-3.8-flash\",\"input\":\"echo: x\"}")
                        .body());

        assertThat(new JsonObject(
                        rig.get("/v1/responses/" + response.getString("id")).body()))
                .isEqualTo(response);
        assertThat(new JsonObject(rig.get("/v1beta/openai/responses/" + response.getString("id"))
                        .body()))
                .isEqualTo(response);
    }
}
