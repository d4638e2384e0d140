package io.geminigateway.benchmarks.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The two plots: regret over time, and shares of traffic through an outage of one account.
final class Plots {
    private static final List<String> PLOTTED = List.of("ours", "P2C + EWMA by cause", "cooldowns", "round robin");

    private final int streams;

    Plots(int streams) {
        this.streams = streams;
    }

    void write(Path folder) throws IOException {
        regret().write(folder.resolve("regret.svg"));
        share().write(folder.resolve("share.svg"));
    }

    private RegretPlot regret() {
        var scenario = Scenario.named("mix10");
        var plot = new RegretPlot(scenario);
        plot.line(Strategy.ORACLE.name(), mean(runs(scenario, Strategy.ORACLE), Tally::regretSoFar));
        for (var strategy : Strategy.all()) {
            if (PLOTTED.contains(strategy.name())) {
                plot.line(strategy.name(), mean(runs(scenario, strategy), Tally::regretSoFar));
            }
        }
        return plot;
    }

    private SharePlot share() {
        var scenario = Scenario.breakdown();
        var plot = new SharePlot(scenario);
        for (var strategy : Strategy.all()) {
            if (PLOTTED.contains(strategy.name())) {
                var runs = runs(scenario, strategy);
                plot.division(
                        strategy.name(),
                        IntStream.range(0, scenario.accounts())
                                .mapToObj(account -> mean(runs, tally -> tally.share(account)))
                                .toArray(double[][]::new));
            }
        }
        return plot;
    }

    private List<Tally> runs(Scenario scenario, Strategy strategy) {
        return LongStream.rangeClosed(1, streams)
                .mapToObj(stream -> Run.of(scenario, strategy, stream))
                .toList();
    }

    private static double[] mean(List<Tally> tallies, Function<Tally, double[]> series) {
        var all = tallies.stream().map(series).toList();
        return IntStream.range(0, all.getFirst().length)
                .mapToDouble(index -> all.stream()
                        .mapToDouble(values -> values[index])
                        .average()
                        .orElse(0))
                .toArray();
    }
}
