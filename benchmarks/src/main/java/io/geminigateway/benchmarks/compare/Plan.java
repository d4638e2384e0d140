package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

    /// How long connections open and find their pace before a window begins; crowds take longer.
    private static final Duration RAMP = Duration.ofSeconds(2);
    private static final Duration CROWDED_RAMP = Duration.ofSeconds(6);

    /// What `--campaign short` stands for: all contestants, the main workloads, a quarter of an hour.
    private static final List<String> SHORT_CAMPAIGN = List.of(
            "--only", "unary-tls,paced-tls,burst-tls,many1000-tls",
            "--contestants", "nginx,gateway,node,portkey,litellm,bifrost",
            "--warm-up", "30",
            "--window", "3",
            "--windows", "3");

    private static final Set<String> KNOWN = Set.of(Direct.NAME, NginxPassThrough.NAME, Gateway.NAME);

    Plan {
        scenarios = List.copyOf(scenarios);
        contestants = List.copyOf(contestants);
    }

    static Plan from(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var campaign = word(words, "--campaign", "");
        if (campaign.equals("short")) {
            for (var i = 0; i < SHORT_CAMPAIGN.size(); i += 2) {
                if (!words.contains(SHORT_CAMPAIGN.get(i))) {
                    words.addAll(SHORT_CAMPAIGN.subList(i, i + 2));
                }
            }
        } else if (!campaign.isEmpty()) {
            throw new IllegalArgumentException("--campaign: '%s' is not known: there is 'short'".formatted(campaign));
        }
        var quick = words.remove("--quick");
        var only = word(words, "--only", "");
        var plan = new Plan(
                only.isEmpty()
                        ? Scenario.usual()
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
            case FULL -> workload.clients(workload == Workload.PACED ? streams : connections);
            case ALONE -> 1;
            case OPEN -> connections;
        };
    }

    /// How long clients take to come in: over the life of a stream, so that streams begin and end at any time.
    Duration spread(Workload workload) {
        return switch (workload) {
            case PACED -> workload.pace().multipliedBy(workload.events());
            case MANY_1000, MANY_5000, MANY_9500 -> CROWDED_RAMP.minusSeconds(1);
            case UNARY, LATE, BURST, PROMPT_10K, PROMPT_100K, PROMPT_1M, HISTORY -> Duration.ZERO;
        };
    }

    Duration ramp(Workload workload) {
        return workload.crowded() ? CROWDED_RAMP : RAMP;
    }

    /// Those that were asked for and could be had.
    private static List<String> contestants(String names) {
        var missing = Set.of(System.getProperty("compare.missing", "").split(","));
        for (var name : names.split(",", -1)) {
            if (!KNOWN.contains(name) && !Peer.NAMES.contains(name)) {
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
