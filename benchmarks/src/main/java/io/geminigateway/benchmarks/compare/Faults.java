package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Quantity;
import java.time.Duration;
import java.util.List;

/// Streams from a mock that refuses, fails and cuts ([FaultyMock]), to clients of whom half leave early: how many of
/// those who stay get their answer, how long they wait, and what it costs.
final class Faults {
    private static final Duration RAMP = Duration.ofSeconds(2);

    private final Rig rig;
    private final FaultyMock mock;
    private final Scenario scenario;
    private final Notebook notes;

    Faults(Rig rig, FaultyMock mock, Scenario scenario, Notebook notes) {
        this.rig = rig;
        this.mock = mock;
        this.scenario = scenario;
        this.notes = notes;
    }

    void measure(List<Contestant> contestants) {
        for (var round = 1; round <= rig.plan().windows(); round++) {
            rig.shuffled(contestants).forEach(this::window);
        }
    }

    private void window(Contestant contestant) {
        var workload = scenario.workload();
        var patience = Patience.ofHalf(workload.pace().multipliedBy(workload.events()), rig.random());
        try (var crowd = rig.load()
                .press(
                        contestant.target(workload),
                        rig.plan().connections(),
                        Duration.ZERO,
                        new Arrivals.Closed(),
                        patience)) {
            Rig.sleep(RAMP);
            crowd.take();
            var attempts = mock.attempts();
            var meter = rig.meter(contestant);
            Rig.sleep(rig.plan().window(workload));
            note(contestant, crowd.take(), meter, mock.attempts() - attempts);
        }
    }

    private void note(Contestant contestant, Tally tally, Meter meter, long attempts) {
        var name = contestant.name();
        var stayed = Math.max(1, tally.answers() + tally.failures());
        var asked = (double) stayed + tally.departures();
        notes.note(scenario.id(), name, Quantity.SUCCESS, tally.answers() / (double) stayed);
        notes.note(scenario.id(), name, Quantity.ATTEMPTS, attempts / asked);
        notes.note(scenario.id(), name, Quantity.SERVED, tally.answers());
        if (!(contestant instanceof Direct)) {
            notes.note(scenario.id(), name, Quantity.CPU, meter.cpu().toNanos() / 1e3 / asked);
        }
        notes.waits(scenario.id(), name, "full", "latency", tally.latency());
        rig.tell(
                scenario,
                "%-8s %6d answered, %5d failed, %5d left  %.2f attempts  cpu %6.1f us  p99 %7.0f us  first failure: %s"
                        .formatted(
                                name,
                                tally.answers(),
                                tally.failures(),
                                tally.departures(),
                                attempts / asked,
                                meter.cpu().toNanos() / 1e3 / asked,
                                tally.latency().getValueAtPercentile(99) / 1e3,
                                tally.complaint()));
    }
}
