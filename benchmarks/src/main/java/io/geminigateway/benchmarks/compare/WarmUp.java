package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Presses a contestant before it is measured. What is compiled as it runs is pressed until its answers get no cheaper,
/// or the plan's
/// time is over: at full load, since the compiler waits for a number of answers, not for a time.
final class WarmUp {
    private static final Duration SLICE = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final int CALM_SLICES = 3;
    private static final double GAIN = 0.03;

    private final Rig rig;

    WarmUp(Rig rig) {
        this.rig = rig;
    }

    /// How long it took.
    Duration of(Contestant contestant, Scenario scenario) {
        var plan = rig.plan();
        var longest = contestant.warmsSlowly() || plan.warmUp().compareTo(SHORT) < 0 ? plan.warmUp() : SHORT;
        rig.tell(scenario, "warming up %s, for %d s at the longest".formatted(contestant.name(), longest.toSeconds()));
        var workload = scenario.workload().calmer();
        var began = System.nanoTime();
        var costs = new ArrayList<Double>();
        try (var crowd = rig.press(contestant, workload, plan.clients(workload, Probe.FULL))) {
            var left = longest;
            while (left.isPositive() && (plan.wholeWarmUp() || !isCalm(costs))) {
                var slice = left.compareTo(SLICE) < 0 ? left : SLICE;
                costs.add(cost(contestant, workload, crowd, slice));
                left = longest.minusNanos(System.nanoTime() - began);
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        rig.tell(scenario, "%s is warm after %d s".formatted(contestant.name(), took.toSeconds()));
        return took;
    }

    private double cost(Contestant contestant, Workload workload, Crowd crowd, Duration slice) {
        var meter = rig.meter(contestant);
        Rig.sleep(slice);
        var tally = crowd.take();
        return meter.cpu().toNanos() / (double) Math.max(1, tally.units(workload));
    }

    /// Whether the last slices were no cheaper than the best before them.
    static boolean isCalm(List<Double> costs) {
        var before = costs.size() - CALM_SLICES;
        return before > 0 && least(costs.subList(before, costs.size())) >= (1 - GAIN) * least(costs.subList(0, before));
    }

    private static double least(List<Double> costs) {
        return costs.stream().mapToDouble(cost -> cost).min().orElseThrow();
    }
}
