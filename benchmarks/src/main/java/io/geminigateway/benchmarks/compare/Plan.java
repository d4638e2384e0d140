package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What a run does, as told on the command line.
record Plan(
        List<Scenario> scenarios,
        List<String> contestants,
        Duration warmUp,
        Duration window,
        int windows,
        int connections,
        int streams,
        int rate,
        long seed,
        boolean pinned) {

    /// How long connections open and find their pace before a window begins.
    static final Duration RAMP = Duration.ofSeconds(2);

    Plan {
        scenarios = List.copyOf(scenarios);
        contestants = List.copyOf(contestants);
    }

    static Plan from(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var quick = words.remove("--quick");
        var only = word(words, "--only", "");
        var plan = new Plan(
                only.isEmpty()
                        ? Scenario.all()
                        : Arrays.stream(only.split(",")).map(Scenario::named).toList(),
                contestants(word(words, "--contestants", "nginx,gateway")),
                Duration.ofSeconds(number(words, "--warm-up", quick ? 3 : 30)),
                Duration.ofSeconds(number(words, "--window", quick ? 1 : 8)),
                number(words, "--windows", quick ? 3 : 5),
                number(words, "--connections", 32),
                number(words, "--streams", 100),
                number(words, "--rate", 1000),
                number(words, "--seed", new Random().nextInt(1_000_000)),
                !words.remove("--unpinned"));
        if (!words.isEmpty()) {
            throw new IllegalArgumentException(
                    "not understood: %s; see benchmarks/compare --help".formatted(String.join(" ", words)));
        }
        return plan;
    }

    String text() {
        return "warm-up %d s, %d windows of %d s, %d clients, %d paced streams, open loop at %d a second, seed %d"
                .formatted(warmUp.toSeconds(), windows, window.toSeconds(), connections, streams, rate, seed);
    }

    int clients(Workload workload, Probe probe) {
        return switch (probe) {
            case FULL -> workload == Workload.PACED ? streams : connections;
            case ALONE -> 1;
            case OPEN -> connections;
        };
    }

    private static List<String> contestants(String names) {
        return Stream.concat(Stream.of(Direct.NAME), Arrays.stream(names.split(",")))
                .distinct()
                .toList();
    }

    private static String word(List<String> words, String name, String otherwise) {
        var at = words.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        words.remove(at);
        if (at == words.size()) {
            throw new IllegalArgumentException(name + ": a value is missing");
        }
        return words.remove(at);
    }

    private static int number(List<String> words, String name, int otherwise) {
        var value = word(words, name, String.valueOf(otherwise));
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("%s: '%s' is not valid: expected a whole number".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
