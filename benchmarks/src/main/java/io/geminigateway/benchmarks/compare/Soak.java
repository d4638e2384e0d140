package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Quantity;
import io.geminigateway.benchmarks.report.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An even load of whole answers and paced streams for a long time, and the gateway's memory at every second of it.
final class Soak {
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int RATE = 100;
    private static final double STEPS_PER_HOUR = 3600;

    private final Rig rig;
    private final Scenario scenario;
    private final Notebook notes;

    Soak(Rig rig, Scenario scenario, Notebook notes) {
        this.rig = rig;
        this.scenario = scenario;
        this.notes = notes;
    }

    /// With its own load for as long as the warm-up takes, before the first look.
    void measure(Contestant gateway) {
        var workload = scenario.workload();
        var arrivals = Arrivals.Open.random(RATE, rig.random());
        try (var streams = rig.press(gateway, workload, workload.clients(1));
                var wholes = rig.press(gateway, Workload.UNARY, rig.plan().connections(), arrivals)) {
            Rig.sleep(rig.plan().warmUp());
            streams.take();
            wholes.take();
            rig.tell(scenario, "looking for %d s".formatted(rig.plan().soak().toSeconds()));
            var meter = rig.meter(gateway);
            var seen = look(gateway);
            note(gateway, seen, List.of(streams.take(), wholes.take()), meter);
        }
    }

    private List<Double> look(Contestant gateway) {
        var seen = new ArrayList<Double>();
        var tree = rig.tree(gateway);
        for (var i = 0; i < rig.plan().soak().toSeconds(); i++) {
            seen.add((double) tree.resident());
            Rig.sleep(STEP);
        }
        return seen;
    }

    private void note(Contestant gateway, List<Double> seen, List<Tally> tallies, Meter meter) {
        var name = gateway.name();
        var trend = Trend.of(seen);
        var answers = tallies.stream().mapToLong(Tally::answers).sum();
        var failures = tallies.stream().mapToLong(Tally::failures).sum();
        seen.forEach(resident -> notes.note(scenario.id(), name, Quantity.SOAK, resident));
        notes.note(scenario.id(), name, Quantity.SOAK_SLOPE, trend.slope() * STEPS_PER_HOUR);
        notes.note(scenario.id(), name, Quantity.SOAK_CLIMB, trend.climb());
        notes.note(scenario.id(), name, Quantity.SERVED, answers);
        notes.note(scenario.id(), name, Quantity.FAILURES, failures);
        notes.note(
                scenario.id(),
                name,
                Quantity.CORE,
                meter.cpu().toNanos() / (double) meter.length().toNanos());
        rig.tell(
                scenario,
                "%d answers, %d failures, %.1f MB on average, %+.1f MB an hour"
                        .formatted(
                                answers,
                                failures,
                                trend.mean() / (1 << 20),
                                trend.slope() * STEPS_PER_HOUR / (1 << 20)));
    }
}
