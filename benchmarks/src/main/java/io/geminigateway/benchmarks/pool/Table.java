package io.geminigateway.benchmarks.pool;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// How all strategies fared in one scenario.
final class Table {
    private final Scenario scenario;

    Table(Scenario scenario) {
        this.scenario = scenario;
    }

    void print(List<Strategy> strategies, int streams, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n### %s: %d accounts, load %.2f%n%n",
                scenario.name(),
                scenario.accounts(),
                scenario.load());
        scenario.traits().forEach(trait -> out.println("- " + trait));
        out.println();
        out.println("| Strategy | success | goodput / oracle | attempts / success | p50 s | p95 s | p99 s | recovery s "
                + "| regret |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var oracle = tallies(Strategy.ORACLE, streams);
        out.println(row(Strategy.ORACLE, oracle, oracle));
        for (var strategy : strategies) {
            out.println(row(strategy, tallies(strategy, streams), oracle));
        }
    }

    private String row(Strategy strategy, List<Tally> tallies, List<Tally> oracle) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.2f | %.2f | %.1f | %.1f | %s | %.0f |",
                strategy.name(),
                mean(tallies, Tally::success),
                mean(tallies, Tally::successes) / mean(oracle, Tally::successes),
                mean(tallies, Tally::attemptsPerSuccess),
                mean(tallies, tally -> tally.latency(0.5)),
                mean(tallies, tally -> tally.latency(0.95)),
                mean(tallies, tally -> tally.latency(0.99)),
                recovery(tallies),
                mean(tallies, Tally::regret));
    }

    private String recovery(List<Tally> tallies) {
        var recovery = mean(tallies, Tally::recovery);
        return Double.isNaN(recovery) ? "-" : String.format(Locale.ROOT, "%.0f", recovery);
    }

    private List<Tally> tallies(Strategy strategy, int streams) {
        return LongStream.rangeClosed(1, streams)
                .mapToObj(stream -> Run.of(scenario, strategy, stream))
                .toList();
    }

    private static double mean(List<Tally> tallies, ToDoubleFunction<Tally> figure) {
        return tallies.stream().mapToDouble(figure).average().orElse(0);
    }
}
