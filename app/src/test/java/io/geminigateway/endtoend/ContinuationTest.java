package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that Google gives in several hops.
class ContinuationTest {
    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aStreamGoesOnThroughTheSameAccountAndEndsOnce() {
        next(hop("One ", "CONTINUATION"), hop("two ", "CONTINUATION"), hop("three", "STOP"));

        var told = Told.streamed(rig.stream("count"));

        assertThat(told.isComplete()).isTrue();
        assertThat(told.text()).isEqualTo("One two three");
        assertThat(told.finishReason()).isEqualTo("stop");
        assertThat(calls()).hasSize(3);
        assertThat(calls())
                .extracting(Entry::account)
                .containsOnly(calls().getFirst().account());
    }

    @Test
    void aWholeAnswerIsPutTogetherAndItsUsageSummed() {
        next(hop("One ", "CONTINUATION"), hop("two", "MAX_TOKENS"));

        var answer = rig.ask("count");

        assertThat(Told.whole(answer).text()).isEqualTo("One two");
        assertThat(Told.whole(answer).finishReason()).isEqualTo("length");
        var usage = new JsonObject(answer.body()).getJsonObject("usage");
        assertThat(usage.getInteger("prompt_tokens")).isEqualTo(3);
        assertThat(usage.getInteger("completion_tokens")).isEqualTo(4);
        assertThat(usage.getInteger("total_tokens")).isEqualTo(7);
    }

    @Test
    void theTokenAloneIsAddedToTheRequest() {
        next(hop("One ", "CONTINUATION"), hop("two", "STOP"));

        rig.ask("count");

        var first = new JsonObject(calls().getFirst().body());
        assertThat(new JsonObject(calls().getLast().body())).isEqualTo(first.put("continuationToken", "token"));
    }

    @Test
    void aFailureInTheMiddleEndsTheStreamWithAnError() {
        next(hop("One ", "CONTINUATION"), Reaction.failure(GoogleError.INTERNAL_500));

        var told = Told.streamed(rig.stream("count"));

        assertThat(told.text()).isEqualTo("One ");
        assertThat(told.isComplete()).isFalse();
        assertThat(Objects.requireNonNull(told.error()).getString("code")).isEqualTo("upstream_error");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void aGoogleThatWillNotGoOnHasReachedALimit() {
        next(hop("One ", "CONTINUATION"), Reaction.failure(GoogleError.INVALID_ARGUMENT));

        var told = Told.streamed(rig.stream("count"));

        assertThat(told.isComplete()).isTrue();
        assertThat(told.text()).isEqualTo("One ");
        assertThat(told.finishReason()).isEqualTo("length");
    }

    private void next(Reaction... reactions) {
        List.of(reactions).forEach(rig.google()::next);
    }

    private List<Entry> calls() {
        return rig.google().ledger().entries();
    }

    private static Reaction hop(String text, String reason) {
        return Reaction.chunks(List.of("""
            {"candidates":[{"content":{"parts":[{"text":"%s"}]},"finishReason":"%s","continuationToken":"token"}],\
            "usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":2,"totalTokenCount":5}}
            """.formatted(text, reason)));
    }
}
