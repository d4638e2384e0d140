package io.geminigateway.benchmarks.pool;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// How a strategy fared in a scenario, on average over the streams of chance. Latencies and recovery are
/// seconds; recovery is not a number where nothing broke.
record Figures(
        String strategy,
        double success,
        double goodput,
        double attempts,
        double median,
        double p95,
        double p99,
        double recovery,
        double regret) {
    /// `successes` is how many answers the oracle got.
    static Figures of(String strategy, List<Tally> tallies, double successes) {
        return new Figures(
                strategy,
                mean(tallies, Tally::success),
                mean(tallies, Tally::successes) / successes,
                mean(tallies, Tally::attemptsPerSuccess),
                mean(tallies, tally -> tally.latency(0.5)),
                mean(tallies, tally -> tally.latency(0.95)),
                mean(tallies, tally -> tally.latency(0.99)),
                mean(tallies, Tally::recovery),
                mean(tallies, Tally::regret));
    }

    /// Over the tallies that have such a figure.
    static double mean(List<Tally> tallies, ToDoubleFunction<Tally> figure) {
        return tallies.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
