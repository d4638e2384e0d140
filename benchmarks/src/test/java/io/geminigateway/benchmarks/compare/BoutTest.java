package io.geminigateway.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoutTest {
    private static final Scenario UNARY = new Scenario(Workload.UNARY, Link.H1);

    @Test
    void processorTimeIsDividedByAnswers() {
        var bout = bout(window(1, Direct.NAME, 0, 20, 0), window(1, Gateway.NAME, 90, 30, 0));

        assertThat(bout.cpu(Gateway.NAME).median()).isEqualTo(90);
        assertThat(bout.validWindows()).isEqualTo(2);
    }

    @Test
    void aWindowWithAFailureIsThrownAway() {
        var bout = bout(
                window(1, Direct.NAME, 0, 20, 0),
                window(2, Direct.NAME, 0, 20, 0),
                window(1, Gateway.NAME, 90, 30, 0),
                window(2, Gateway.NAME, 50, 30, 1));

        assertThat(bout.cpu(Gateway.NAME)).isEqualTo(new Figure(90, 90, 90, 1));
    }

    @Test
    void aRoundInWhichTheRigStrayedIsThrownAway() {
        var bout = bout(
                window(1, Direct.NAME, 0, 20, 0),
                window(2, Direct.NAME, 0, 20, 0),
                window(3, Direct.NAME, 0, 26, 0),
                window(2, Gateway.NAME, 90, 30, 0),
                window(3, Gateway.NAME, 120, 30, 0));

        assertThat(bout.cpu(Gateway.NAME)).isEqualTo(new Figure(90, 90, 90, 1));
    }

    private static Bout bout(Window... windows) {
        return new Bout(UNARY, Map.of(), Map.of(), List.of(windows));
    }

    /// A thousand answers; `cpu` and `rig` in microseconds for each.
    private static Window window(int round, String contestant, int cpu, int rig, int failures) {
        var tally = new Tally();
        for (var i = 0; i < 1000; i++) {
            tally.answer(1000);
        }
        for (var i = 0; i < failures; i++) {
            tally.failure("status 500");
        }
        return new Window(
                round,
                contestant,
                Probe.FULL,
                tally,
                Duration.ofSeconds(1),
                Duration.ofMillis(cpu),
                Duration.ofMillis(rig),
                0,
                0);
    }
}
