package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.anthropic.messages.HeardMessage;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway that lets no stream be silent for more than a moment.
class HeartbeatTest {
    private static final Duration LONG = Duration.ofMillis(300);
    private static final String BEAT = ": keep-alive\n\n";

    @TempDir
    private static Path home;

    private static Rig rig;

    @BeforeAll
    static void start() {
        var google = Simulator.start();
        var files = Map.of(
                "a.json", google.account("a").apiKeyFile(),
                "b.json", google.account("b").apiKeyFile());
        rig = Rig.with(home, google, files, Map.of("HEARTBEAT", "50ms"));
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @AfterEach
    void forgive() {
        always(Reaction.ordinary());
        rig.refresh();
    }

    @Test
    void aStreamBeatsWhileTheModelThinks() {
        rig.google().next(Reaction.text("hello").after(LONG));

        var answer = rig.stream("hello");

        assertThat(answer.body()).startsWith(BEAT + BEAT);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(Told.streamed(answer).isComplete()).isTrue();
        assertThat(Told.streamed(answer).text()).isEqualTo("hello");
    }

    @Test
    void aStreamBeatsWhileTheModelPauses() {
        rig.google().next(Reaction.text("one two three four five six").paced(LONG));

        var answer = rig.stream("hello");

        assertThat(answer.body().split("three four", 2)[1]).contains(BEAT + BEAT);
        assertThat(Told.streamed(answer).text()).isEqualTo("one two three four five six");
    }

    @Test
    void anotherAccountIsAskedEvenAfterTheFirstBeat() {
        rig.google().next(Reaction.failure(GoogleError.INTERNAL_500).after(LONG));

        var answer = rig.stream("echo: hello");

        assertThat(answer.body()).startsWith(BEAT);
        assertThat(Told.streamed(answer).isComplete()).isTrue();
        assertThat(Told.streamed(answer).text()).isEqualTo("hello");
        assertThat(rig.google().ledger().entries()).hasSize(2);
    }

    @Test
    void afterTheFirstBeatAFailureEndsTheStreamWithAnError() {
        always(Reaction.failure(GoogleError.API_KEY_INVALID).after(LONG));

        var answer = rig.stream("hello");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(BEAT).contains("event: error\n");
        assertThat(Told.streamed(answer).isComplete()).isFalse();
        assertThat(Objects.requireNonNull(Told.streamed(answer).error()).getString("type"))
                .isEqualTo("server_error");
    }

    /// Before its message has begun, a client of Anthropic's takes a ping for nothing.
    @Test
    void aMessageOfAnthropicsBeginsAndPings() {
        rig.google().next(Reaction.text("hello").after(LONG));

        var answer = rig.post("/v1/messages", """
                {"model":"%s","max_tokens":500,"stream":true,"messages":[{"role":"user","content":"hello"}]}""".formatted(Rig.MODEL));

        assertThat(answer.body())
                .startsWith("event: message_start\n")
                .contains("event: ping\ndata: {\"type\":\"ping\"}\n\nevent: ping\n");
        assertThat(HeardMessage.of(answer.body()).getString("stop_reason")).isEqualTo("end_turn");
    }

    @Test
    void aWholeAnswerNeverBeats() {
        rig.google().next(Reaction.text("hello").after(LONG));

        var answer = rig.ask("hello");

        assertThat(answer.body()).startsWith("{");
        assertThat(Told.whole(answer).text()).isEqualTo("hello");
    }

    private static void always(Reaction reaction) {
        rig.google().account("a").always(reaction);
        rig.google().account("b").always(reaction);
    }
}
