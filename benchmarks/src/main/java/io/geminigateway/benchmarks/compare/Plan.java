package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run does, as told on the command line.
record Plan(
        List<Scenario> scenarios,
        List<String> contestants,
        Duration warmUp,
        boolean wholeWarmUp,
        Duration window,
        int windows,
        int retries,
        int connections,
        int streams,
        int slowReaders,
        int visits,
        int rate,
        Duration soak,
        long seed,
        boolean pinned) {

    /// How long connections open and find their pace before a window begins.
    private static final Duration RAMP = Duration.ofSeconds(1);
    private static final Duration SLOW_RAMP = Duration.ofSeconds(2);
    private static final Duration CROWDED_RAMP = Duration.ofSeconds(6);

    private static final Duration SPARSE_WINDOW = Duration.ofSeconds(4);

    private static final Set<String> KNOWN =
            Set.of(Direct.NAME, NginxPassThrough.NAME, VertxPassThrough.NAME, Gateway.NAME);

    /// Who is only there to be compared with.
    private static final Set<String> OTHERS = Stream.concat(
                    Contestants.PEERS.stream(), Stream.of(VertxPassThrough.NAME))
            .collect(Collectors.toSet());

    Plan {
        scenarios = List.copyOf(scenarios);
        contestants = List.copyOf(contestants);
    }

    static Plan from(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var campaign = word(words, "--campaign", "");
        if (!campaign.isEmpty()) {
            Campaign.named(campaign).addTo(words);
        }
        var quick = words.remove("--quick");
        var only = word(words, "--only", "");
        var windows = number(words, "--windows", quick ? 3 : 5);
        var plan = new Plan(
                only.isEmpty()
                        ? Scenario.usual()
                        : Arrays.stream(only.split(",")).map(Scenario::named).toList(),
                contestants(word(words, "--contestants", "nginx,gateway")),
                Duration.ofSeconds(number(words, "--warm-up", quick ? 3 : 60)),
                words.remove("--whole-warm-up"),
                Duration.ofSeconds(number(words, "--window", quick ? 1 : 8)),
                windows,
                number(words, "--retries", windows),
                number(words, "--connections", 32),
                number(words, "--streams", 100),
                number(words, "--slow-readers", 100),
                number(words, "--visits", quick ? 10 : 50),
                number(words, "--rate", 1000),
                Duration.ofSeconds(number(words, "--soak", quick ? 10 : 600)),
                number(words, "--seed", new Random().nextInt(1_000_000)),
                !words.remove("--unpinned"));
        if (!words.isEmpty()) {
            throw new IllegalArgumentException(
                    "not understood: %s; see benchmarks/compare --help".formatted(String.join(" ", words)));
        }
        return plan;
    }

    String text() {
        return ("warm-up at most %d s, %d windows of %d s, %d clients, %d paced streams, %d slow readers, "
                        + "open loop at %d a second, seed %d")
                .formatted(
                        warmUp.toSeconds(), windows, window.toSeconds(), connections, streams, slowReaders, rate, seed);
    }

    /// Who takes part in it.
    List<String> contestants(Workload workload) {
        return contestants.stream()
                .filter(name -> switch (workload) {
                    // thousands of TLS connections are more than the clients can open: only HTTP/2 spares them
                    case SOAK, MANY_2000, MANY_5000, MANY_9500 -> name.equals(Gateway.NAME);
                    case CANCEL -> !name.equals(Direct.NAME) && !OTHERS.contains(name);
                    case SLOW_READERS -> !name.equals(Direct.NAME) && !OTHERS.contains(name);
                    default -> workload.compared() || !OTHERS.contains(name);
                })
                .toList();
    }

    int clients(Workload workload, Probe probe) {
        return switch (probe) {
            case FULL -> workload.clients(workload == Workload.PACED ? streams : connections);
            case ALONE -> 1;
            case OPEN -> connections;
        };
    }

    /// Crowds come and go slowly.
    int windows(Workload workload) {
        return workload.crowded() ? Math.max(1, (windows + 1) / 3) : windows;
    }

    /// Where little happens in a second, at least a few seconds.
    Duration window(Workload workload) {
        return workload.sparse() && window.compareTo(SPARSE_WINDOW) < 0 ? SPARSE_WINDOW : window;
    }

    /// With those that are repeated because the rig strayed or a request failed.
    int rounds(Workload workload) {
        return windows(workload) + (workload.crowded() ? Math.min(1, retries) : retries);
    }

    /// How long clients take to come in: over the life of a stream, so that streams begin and end at any time.
    Duration spread(Workload workload) {
        return workload.crowded()
                ? CROWDED_RAMP.minusSeconds(1)
                : workload.streaming() ? workload.pace().multipliedBy(workload.events()) : Duration.ZERO;
    }

    /// Crowds take longer.
    Duration ramp(Workload workload) {
        return workload.crowded() ? CROWDED_RAMP : workload.slow() ? SLOW_RAMP : RAMP;
    }

    /// Those that were asked for and could be had.
    private static List<String> contestants(String names) {
        var missing = Set.of(System.getProperty("compare.missing", "").split(","));
        for (var name : names.split(",", -1)) {
            if (!KNOWN.contains(name) && !Contestants.PEERS.contains(name)) {
                throw new IllegalArgumentException("--contestants: '%s' is not known".formatted(name));
            }
        }
        return Stream.concat(Stream.of(Direct.NAME), Arrays.stream(names.split(",")))
                .filter(name -> !missing.contains(name))
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
