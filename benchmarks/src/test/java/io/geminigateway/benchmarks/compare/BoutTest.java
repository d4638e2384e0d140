package io.geminigateway.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.benchmarks.report.Finding;
import io.geminigateway.benchmarks.report.Quantity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoutTest {
    private static final Scenario UNARY = new Scenario(Workload.UNARY, Link.H1);

    @Test
    void processorTimeIsDividedByAnswers() {
        var bout = bout(window(1, Direct.NAME, 0, 20, 0), window(1, Gateway.NAME, 90, 30, 0));

        assertThat(cpu(bout)).containsExactly(90.0);
    }

    @Test
    void aWindowWithAFailureIsThrownAway() {
        var bout = bout(
                window(1, Direct.NAME, 0, 20, 0),
                window(2, Direct.NAME, 0, 20, 0),
                window(1, Gateway.NAME, 90, 30, 0),
                window(2, Gateway.NAME, 50, 30, 1));

        assertThat(cpu(bout)).containsExactly(90.0);
    }

    @Test
    void aRoundInWhichTheRigStrayedIsThrownAway() {
        var bout = bout(
                window(1, Direct.NAME, 0, 20, 0),
                window(2, Direct.NAME, 0, 20, 0),
                window(3, Direct.NAME, 0, 26, 0),
                window(2, Gateway.NAME, 90, 30, 0),
                window(3, Gateway.NAME, 120, 30, 0));

        assertThat(cpu(bout)).containsExactly(90.0);
    }

    @Test
    void aStreamCostsWhatIsResidentBeyondTheCalmDividedByTheirNumber() {
        var crowd = new Scenario(Workload.MANY_1000, Link.H1);
        var tally = new Tally();
        tally.mark();
        tally.answer(1000);
        var second = Duration.ofSeconds(1);
        var direct = new Window(1, Direct.NAME, Probe.FULL, tally, second, Duration.ZERO, second, 0);
        var gateway = new Window(1, Gateway.NAME, Probe.FULL, tally, second, second, second, 90_000_000);
        var notes = new Notebook();

        new Bout(crowd, List.of(direct, gateway)).note(notes, _ -> 50_000_000);

        assertThat(values(notes, Gateway.NAME, Quantity.STREAM_MEMORY)).containsExactly(40_000.0);
    }

    @Test
    void whatHasNoValidWindowIsCountedAllTheSame() {
        var bout = bout(window(1, Direct.NAME, 0, 20, 0), window(1, Gateway.NAME, 90, 30, 1));
        var notes = new Notebook();

        bout.note(notes, _ -> 0);

        assertThat(values(notes, Gateway.NAME, Quantity.CPU)).isEmpty();
        assertThat(values(notes, Gateway.NAME, Quantity.WINDOWS)).containsExactly(1.0);
        assertThat(values(notes, Gateway.NAME, Quantity.VALID_WINDOWS)).containsExactly(0.0);
    }

    private static List<Double> cpu(Bout bout) {
        var notes = new Notebook();
        bout.note(notes, _ -> 0);
        return values(notes, Gateway.NAME, Quantity.CPU);
    }

    private static List<Double> values(Notebook notes, String contestant, String quantity) {
        return notes.findings().stream()
                .filter(finding -> finding.contestant().equals(contestant)
                        && finding.quantity().equals(quantity))
                .map(Finding::value)
                .toList();
    }

    private static Bout bout(Window... windows) {
        return new Bout(UNARY, List.of(windows));
    }

    /// A thousand answers; `cpu` and `rig` in microseconds for each.
    private static Window window(int round, String contestant, int cpu, int rig, int failures) {
        var tally = new Tally();
        for (var i = 0; i < 1000; i++) {
            tally.mark();
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
                0);
    }
}
