package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway that knows how soon answers begin, and asks a second account when one does not.
class HedgingTest {
    @TempDir
    private static Path home;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.hedging(home, Duration.ofMillis(50));
        for (var i = 0; i < 25; i++) {
            rig.stream("hello");
            rig.ask("hello");
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void forget() {
        rig.google().ledger().clear();
    }

    @Test
    void whereOneAccountIsSilentTheOtherAnswersAStream() {
        rig.google().next(Reaction.silence());

        var told = Told.streamed(rig.stream("echo: hello"));

        assertThat(told.text()).isEqualTo("hello");
        assertThat(told.isComplete()).isTrue();
        assertSilentOneWasLeft();
    }

    @Test
    void whereOneAccountIsSilentTheOtherAnswersAsAWhole() {
        rig.google().next(Reaction.silence());

        assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");

        assertSilentOneWasLeft();
    }

    @Test
    void ofTwoThatAnswerTheFirstToBeginIsHeard() {
        rig.google().next(Reaction.text("late").after(Duration.ofSeconds(5)));

        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");

        assertSilentOneWasLeft();
    }

    /// The one that was too late was hung up on, holds no place any more, and serves as before.
    private static void assertSilentOneWasLeft() {
        var calls = rig.google().ledger().entries();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).account()).isNotEqualTo(calls.get(1).account());
        Rig.until(() -> calls.get(0).end() == Entry.End.CLIENT_LEFT);
        Rig.until(() -> rig.pool().accounts().stream().allMatch(member -> member.inFlight() == 0));
        assertThat(rig.pool().accounts())
                .flatExtracting(PoolSnapshot.Member::models)
                .allMatch(arm -> arm.state() == PoolSnapshot.State.ACTIVE);
    }
}
