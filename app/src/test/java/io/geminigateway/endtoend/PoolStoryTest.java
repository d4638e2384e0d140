package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of clients and accounts when things go wrong for longer than one call.
class PoolStoryTest {
    @TempDir
    private Path home;

    @Test
    void anAccountThatDiesCostsNoAnswerAndFewCalls() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.INTERNAL_500));

            answers(rig, 60);

            assertThat(rig.google().ledger().of("a")).hasSizeBetween(0, 6);
        }
    }

    @Test
    void anAccountThatFlapsCostsNoAnswer() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            for (var i = 0; i < 10; i++) {
                rig.google().account("a").next(Reaction.failure(GoogleError.BAD_GATEWAY_502));
                answers(rig, 4);
                rig.thawAll(); // as if its pause were over
            }
        }
    }

    @Test
    void anAccountThatIsTenTimesSlowerGetsFewerCalls() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").latency(Duration.ofMillis(300));
            rig.google().account("b").latency(Duration.ofMillis(30));

            answers(rig, 40);

            assertThat(rig.google().ledger().of("a")).hasSizeLessThan(20);
        }
    }

    @Test
    void anAccountWithoutQuotaForTheDayIsLeftAlone() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.DAILY_QUOTA));

            answers(rig, 40);

            assertThat(rig.google().ledger().of("a")).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aModelThatIsOverloadedEverywhereFreezesNobody() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.OVERLOADED_503));
            rig.google().account("b").always(Reaction.failure(GoogleError.OVERLOADED_503));

            for (var i = 0; i < 3; i++) {
                var answer = rig.ask("hello");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("retry-after")).isPresent();
            }

            assertThat(rig.pool().accounts())
                    .allSatisfy(member -> assertThat(member.models())
                            .allSatisfy(arm -> assertThat(arm.state()).isEqualTo(PoolSnapshot.State.ACTIVE)));
        }
    }

    @Test
    void theOnlyAccountIsTriedAgainSoonAfterItFailed() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.failure(GoogleError.INTERNAL_500));

            answers(rig, 1);

            assertThat(rig.google().ledger().of("a")).hasSize(2);
        }
    }

    private static void answers(Rig rig, int requests) {
        for (var i = 0; i < requests; i++) {
            assertThat(rig.ask("echo: question " + i).statusCode()).isEqualTo(200);
        }
    }
}
