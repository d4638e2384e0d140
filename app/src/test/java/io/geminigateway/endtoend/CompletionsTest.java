package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {
    @SharedRig
    private static Rig rig;

    @Test
    void aTextIsContinued() {
        var answer = complete("\"prompt\":\"echo: and then\",\"max_tokens\":50,\"stop\":\"END\"");

        assertThat(answer.getString("object")).isEqualTo("text_completion");
        assertThat(choice(answer, 0).getString("text")).isEqualTo("and then");
        assertThat(choice(answer, 0).getString("finish_reason")).isEqualTo("stop");
        assertThat(answer.getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(2);
        var config = sent().getJsonObject("generationConfig");
        assertThat(config.getJsonArray("stopSequences")).containsExactly("END");
        assertThat(sent().encode()).contains("Go on with the user's text");
    }

    @Test
    void eachPromptHasItsChoicesInOrder() {
        var answer = complete("\"prompt\":[\"echo: one\",\"echo: two\"],\"n\":2,\"echo\":true");

        assertThat(answer.getJsonArray("choices")).hasSize(4);
        assertThat(choice(answer, 0).getString("text")).isEqualTo("echo: oneone");
        assertThat(choice(answer, 1).getString("text")).isEqualTo("echo: oneone");
        assertThat(choice(answer, 2).getString("text")).isEqualTo("echo: twotwo");
        assertThat(choice(answer, 3).getInteger("index")).isEqualTo(3);
    }

    @Test
    void aGapIsFilledIn() {
        complete("\"prompt\":\"int one = \",\"suffix\":\";\"");

        assertThat(sent().encode()).contains("int one = <gap/>;");
    }

    @Test
    void aFewTokensAreNotSpentOnThinking() {
        complete("\"prompt\":\"echo: x\",\"max_tokens\":64,\"model\":\"gemini-2.5-flash\"");

        assertThat(sent().getJsonObject("generationConfig").getJsonObject("thinkingConfig"))
                .isEqualTo(new JsonObject("{\"thinkingBudget\":0}"));
    }

    @Test
    void aStreamSaysTheSameInPieces() {
        var body = post("\"prompt\":\"echo: one two three four five six\",\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true}")
                .body();

        var chunks = body.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> new JsonObject(line.substring(6)))
                .toList();
        var text = new StringBuilder();
        chunks.stream()
                .flatMap(chunk -> chunk.getJsonArray("choices").stream())
                .forEach(choice -> text.append(((JsonObject) choice).getString("text")));
        assertThat(text).hasToString("one two three four five six");
        assertThat(chunks.getLast().getJsonArray("choices")).isEqualTo(new JsonArray());
        assertThat(chunks.getLast().getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(6);
        assertThat(body).endsWith("data: [DONE]\n\n");
    }

    @ParameterizedTest
    @CsvSource({"MAX_TOKENS, length", "SAFETY, content_filter", "STOP, stop"})
    void theEndHasItsReason(String reason, String told) {
        rig.google()
                .next(Reaction.chunks(List.of(
                        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\"}]},\"finishReason\":\"%s\"}]}"
                                .formatted(reason))));

        assertThat(choice(complete("\"prompt\":\"hello\""), 0).getString("finish_reason"))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prompt\":[1,2,3]",
                "\"prompt\":[[1]]",
                "\"prompt\":\"\"",
                "\"prompt\":[]",
                "\"n\":2",
                "\"prompt\":\"x\",\"n\":17",
                "\"prompt\":\"x\",\"max_tokens\":0",
                "\"prompt\":\"x\",\"model\":\"\"",
            })
    void whatCannotBeContinuedIsRefused(String request) {
        assertThat(post(request).statusCode()).isEqualTo(400);
        assertThat(rig.google().ledger().entries()).isEmpty();
    }

    @Test
    void moderationIsRefusedRatherThanPretended() {
        var response = rig.post("/v1/moderations", "{\"input\":\"I like kittens\"}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("does not pretend");
    }

    private static JsonObject complete(String request) {
        var response = post(request);
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static HttpResponse<String> post(String request) {
        var body = new JsonObject().put("model", Rig.MODEL).mergeIn(new JsonObject("{" + request + "}"));
        return rig.post("/v1/completions", body.encode());
    }

    private static JsonObject choice(JsonObject answer, int index) {
        return answer.getJsonArray("choices").getJsonObject(index);
    }

    private static JsonObject sent() {
        return new JsonObject(rig.google().ledger().entries().getFirst().body());
    }
}
