package io.geminigateway.benchmarks.pool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Prints how the ways to choose compare, as tables in Markdown. Arguments are names of scenarios; none
/// means all. With `--write folder` first, the tables and two plots are written to a folder.
public final class PoolSimulation {
    private static final int STREAMS = 5;
    private static final List<String> PLOTTED =
            List.of("ours", "P2C + EWMA by cause", "cooldowns", "round robin", "least outstanding", "the original");

    private PoolSimulation() {}

    public static void main(String[] arguments) throws IOException {
        var write = arguments.length > 1 && arguments[0].equals("--write");
        var wanted = Arrays.asList(arguments).subList(write ? 2 : 0, arguments.length);
        if (!write) {
            tables(wanted, System.out);
            return;
        }
        var folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        try (var file =
                new PrintStream(Files.newOutputStream(folder.resolve("simulation.md")), true, StandardCharsets.UTF_8)) {
            file.printf(
                    "# The pool in simulation%n%nWritten by `benchmarks/pool --write`; %d streams of chance each.%n",
                    STREAMS);
            tables(wanted, file);
        }
        plots(folder);
    }

    private static void tables(List<String> wanted, PrintStream out) {
        for (var scenario : Scenario.all()) {
            if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                new Table(scenario).print(Strategy.all(), STREAMS, out);
            }
        }
    }

    private static void plots(Path folder) throws IOException {
        var episodes = named("episodes");
        var regret = new Plot(
                "Accounts that break and mend: regret so far", "failed or misdirected requests", episodes.duration());
        var breakdown = Scenario.breakdown();
        var share = new Plot(
                "One of ten accounts is broken from 300 s to 450 s", "its share of all calls", breakdown.duration());
        for (var strategy : Strategy.all()) {
            if (PLOTTED.contains(strategy.name())) {
                regret.line(strategy.name(), mean(episodes, strategy, Tally::regretSoFar));
                share.line(strategy.name(), mean(breakdown, strategy, Tally::firstAccountShare));
            }
        }
        regret.write(folder.resolve("regret.svg"));
        share.write(folder.resolve("share.svg"));
    }

    private static Scenario named(String name) {
        return Scenario.all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] mean(Scenario scenario, Strategy strategy, Function<Tally, double[]> series) {
        var all = LongStream.rangeClosed(1, 2 * STREAMS)
                .mapToObj(stream -> series.apply(Run.of(scenario, strategy, stream)))
                .toList();
        return IntStream.range(0, all.getFirst().length)
                .mapToDouble(index -> all.stream()
                        .mapToDouble(values -> values[index])
                        .average()
                        .orElse(0))
                .toArray();
    }
}
