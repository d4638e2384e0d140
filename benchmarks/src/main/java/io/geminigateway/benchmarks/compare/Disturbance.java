package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Quantity;
import java.time.Duration;
import java.util.List;

/// Small requests at an even rate, by turns alone and beside something large: one request of 1 MB a second, or readers
/// who take 1 KB a second of a stream of megabytes. What is large must cost the small ones nothing but processor time.
final class Disturbance {
    private static final Duration RAMP = Duration.ofSeconds(2);

    /// The buffers of all slow readers must be full first, on all sides.
    private static final Duration FILLING = Duration.ofSeconds(9);

    private static final int RATE = 200;
    private static final Duration BIG_GAP = Duration.ofSeconds(1);

    private final Rig rig;
    private final Scenario scenario;
    private final Notebook notes;

    Disturbance(Rig rig, Scenario scenario, Notebook notes) {
        this.rig = rig;
        this.scenario = scenario;
        this.notes = notes;
    }

    void measure(List<Contestant> contestants, Calm calm) {
        for (var round = 1; round <= rig.plan().windows(); round++) {
            for (var contestant : rig.shuffled(contestants)) {
                small(contestant, "alone");
                disturbed(contestant, calm);
            }
        }
    }

    private void disturbed(Contestant contestant, Calm calm) {
        try (var large = large(contestant)) {
            if (scenario.workload() == Workload.SLOW_READERS) {
                Rig.sleep(FILLING);
            }
            small(contestant, "beside");
            var tally = large.take();
            notes.note(scenario.id(), contestant.name(), "large.failures", tally.failures());
            if (scenario.workload() == Workload.SLOW_READERS && !(contestant instanceof Direct)) {
                var more = rig.tree(contestant).resident() - calm.resident(contestant.name());
                var each = (double) more / rig.plan().slowReaders();
                notes.note(scenario.id(), contestant.name(), Quantity.READER_MEMORY, each);
                rig.tell(scenario, "%-8s %8.0f KB for each reader".formatted(contestant.name(), each / 1024));
            }
        }
    }

    private Crowd large(Contestant contestant) {
        return scenario.workload() == Workload.SLOW_READERS
                ? rig.load()
                        .pressSlowly(
                                contestant.target(Workload.SLOW_READERS),
                                rig.plan().slowReaders())
                : rig.press(contestant, Workload.PROMPT_1M, 1, Arrivals.Open.every(BIG_GAP));
    }

    private void small(Contestant contestant, String press) {
        var arrivals = Arrivals.Open.random(RATE, rig.random());
        try (var crowd = rig.press(contestant, Workload.UNARY, rig.plan().connections(), arrivals)) {
            Rig.sleep(RAMP);
            crowd.take();
            Rig.sleep(rig.plan().window(scenario.workload()));
            var tally = crowd.take();
            notes.waits(scenario.id(), contestant.name(), press, "latency", tally.latency());
            notes.note(scenario.id(), contestant.name(), press + "." + Quantity.FAILURES, tally.failures());
            rig.tell(
                    scenario,
                    "%-8s %-7s %6d answers  %d failures  p50 %7.0f us  p99 %7.0f us"
                            .formatted(
                                    contestant.name(),
                                    press,
                                    tally.answers(),
                                    tally.failures(),
                                    tally.latency().getValueAtPercentile(50) / 1e3,
                                    tally.latency().getValueAtPercentile(99) / 1e3));
        }
    }
}
