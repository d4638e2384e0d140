package io.geminigateway.benchmarks.pool;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// How all strategies fared in one scenario: the oracle first, then ours, then the others.
record Table(Scenario scenario, List<Figures> rows) {
    static Table of(Scenario scenario, List<Strategy> strategies, int streams) {
        var oracle = tallies(scenario, Strategy.ORACLE, streams);
        var successes = Figures.mean(oracle, Tally::successes);
        var rows = new ArrayList<>(List.of(Figures.of(Strategy.ORACLE.name(), oracle, successes)));
        for (var strategy : strategies) {
            rows.add(Figures.of(strategy.name(), tallies(scenario, strategy, streams), successes));
        }
        return new Table(scenario, List.copyOf(rows));
    }

    Figures oracle() {
        return rows.getFirst();
    }

    Figures ours() {
        return rows.get(1);
    }

    List<Figures> others() {
        return rows.subList(2, rows.size());
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n### %s%n%n%d accounts, load %.2f of their quotas",
                scenario.name(),
                scenario.accounts(),
                scenario.load());
        scenario.traits().forEach(trait -> out.print(", " + trait.words()));
        out.printf(".%n%n");
        out.println("| Strategy | success | goodput / oracle | attempts / success | p50 s | p95 s | p99 s | recovery s "
                + "| regret |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        rows.forEach(row -> out.println(line(row)));
    }

    private static String line(Figures row) {
        var recovery = Double.isNaN(row.recovery()) ? "-" : String.format(Locale.ROOT, "%.0f", row.recovery());
        var name = row.strategy().equals(Strategy.OURS.name()) ? "**ours**" : row.strategy();
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.2f | %.2f | %.1f | %.1f | %s | %.0f |",
                name,
                row.success(),
                row.goodput(),
                row.attempts(),
                row.median(),
                row.p95(),
                row.p99(),
                recovery,
                row.regret());
    }

    private static List<Tally> tallies(Scenario scenario, Strategy strategy, int streams) {
        return LongStream.rangeClosed(1, streams)
                .mapToObj(stream -> Run.of(scenario, strategy, stream))
                .toList();
    }
}
