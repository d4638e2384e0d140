package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A 400 that names what Google does not take.
class RepairTest {
    private static final String SEEDED = """
        {"model":"gemini-3.8-flash","seed":7,"messages":[{"role":"user","content":"echo: hello"}]}
        """;

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
    void aFieldThatTheModelRefusesIsLeftOutAndBlamedOnNobody() {
        var before = rig.standing();
        rig.google().next(refusal("Seed is not enabled for this model."));

        var answer = rig.chat(SEEDED);

        assertThat(Told.whole(answer).text()).isEqualTo("hello");
        assertThat(calls()).hasSize(2);
        assertThat(calls()).extracting(entry -> entry.account().orElseThrow()).containsOnly(whoServed());
        assertThat(calls())
                .extracting(entry -> entry.body().contains("\"seed\""))
                .containsExactly(true, false);
        assertThat(rig.pool().accounts()).hasSameSizeAs(before).allMatch(member -> member.mean() > 0.9);
    }

    @Test
    void theNextRequestForTheModelIsSentRightAtOnce() {
        rig.google().next(refusal("Seed is not enabled for this model."));
        rig.chat(SEEDED);
        rig.google().ledger().clear();

        var answer = rig.chat(SEEDED);

        assertThat(Told.whole(answer).text()).isEqualTo("hello");
        assertThat(calls()).singleElement().matches(entry -> !entry.body().contains("\"seed\""));
    }

    @Test
    void aStreamIsRepairedBeforeItsFirstByte() {
        rig.google().next(refusal("Seed is not enabled for this model."));

        var answer = rig.chat(SEEDED.replaceFirst("\\{", "{\"stream\":true,"));

        assertThat(Told.streamed(answer).text()).isEqualTo("hello");
        assertThat(Told.streamed(answer).isComplete()).isTrue();
    }

    @Test
    void whatTheRequestDoesNotHaveCannotBeRepaired() {
        rig.google().next(refusal("Logprobs is not enabled for models/gemini-3.8-flash"));

        var answer = rig.chat(SEEDED);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Logprobs is not enabled");
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whateverElseIsRefusedIsTheClientsMatter() {
        var before = rig.standing();
        rig.google().next(refusal("Please use a valid role: user, model."));

        var answer = rig.chat(SEEDED);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(calls()).hasSize(1);
        assertThat(rig.standing()).isEqualTo(before);
    }

    private String whoServed() {
        return calls().getFirst().account().orElseThrow();
    }

    private List<Entry> calls() {
        return rig.google().ledger().entries();
    }

    private static Reaction refusal(String message) {
        return Reaction.error(400, """
            {"error":{"code":400,"status":"INVALID_ARGUMENT","message":"%s"}}\
            """.formatted(message));
    }
}
