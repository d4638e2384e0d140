package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `n` answers to one question.
class SeveralChoicesTest {
    @SharedRig
    private static Rig rig;

    @Test
    void eachIsAChoiceAndTheUsageIsTheSum() {
        var answer = new JsonObject(ask(3, false));

        var choices = objects(answer.getJsonArray("choices"));
        assertThat(choices).extracting(choice -> choice.getInteger("index")).containsExactly(0, 1, 2);
        assertThat(choices)
                .allMatch(choice ->
                        choice.getJsonObject("message").getString("content").equals("one two three four five six"));
        assertThat(answer.getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(18);
        assertThat(rig.google().ledger().entries()).hasSize(3);
    }

    @Test
    void eachIsStreamedUnderItsIndex() {
        var chunks = chunks(ask(3, true));

        var choices = chunks.stream()
                .flatMap(chunk -> objects(chunk.getJsonArray("choices")).stream())
                .toList();
        var texts = choices.stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.getInteger("index"),
                        Collectors.mapping(
                                choice -> choice.getJsonObject("delta").getString("content", ""),
                                Collectors.joining())));
        assertThat(texts)
                .containsOnlyKeys(0, 1, 2)
                .containsValues(
                        "one two three four five six", "one two three four five six", "one two three four five six");
        assertThat(choices)
                .filteredOn(choice -> choice.getString("finish_reason") != null)
                .hasSize(3);
        assertThat(chunks.getLast().getJsonObject("usage").getInteger("completion_tokens"))
                .isEqualTo(18);
    }

    @Test
    void oneThatIsRefusedMovesOnByItself() {
        rig.google().next(Reaction.failure(GoogleError.INTERNAL_500));

        assertThat(objects(new JsonObject(ask(2, false)).getJsonArray("choices")))
                .hasSize(2);

        assertThat(rig.google().ledger().entries()).hasSize(3);
    }

    @Test
    void oneThatFailsForGoodIsAStatusWhileNothingWasSent() {
        rig.google().next(Reaction.failure(GoogleError.INVALID_ARGUMENT));

        var response = rig.chat(question(2, true));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void whereOneStreamBreaksAllEndWithAnErrorAndGoogleIsToldToStop() {
        rig.google()
                .next(Reaction.text("word ".repeat(2000))
                        .paced(Duration.ofMillis(10))
                        .cutAfter(30_000));
        rig.google().next(Reaction.text("word ".repeat(2000)).paced(Duration.ofMillis(10)));

        var body = ask(2, true);

        assertThat(body).contains("\"error\"").doesNotContain("[DONE]");
        rig.google().ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(5));
    }

    @Test
    void thereAreLimits() {
        assertThat(rig.chat(question(0, false)).statusCode()).isEqualTo(400);
        assertThat(rig.chat(question(9, false)).statusCode()).isEqualTo(400);
    }

    private static String ask(int n, boolean stream) {
        var response = rig.chat(question(n, stream));
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String question(int n, boolean stream) {
        return new JsonObject(Rig.question("echo: one two three four five six", stream))
                .put("n", n)
                .mergeIn(stream ? new JsonObject("{\"stream_options\":{\"include_usage\":true}}") : new JsonObject())
                .encode();
    }

    private static List<JsonObject> chunks(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> new JsonObject(line.substring(6)))
                .toList();
    }

    private static List<JsonObject> objects(JsonArray list) {
        return list.stream().map(JsonObject.class::cast).toList();
    }
}
