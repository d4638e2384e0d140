package io.geminigateway.benchmarks.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Options that belong together; each may be given otherwise beside it.
enum Campaign {
    /// The ratio table: nginx and all other gateways, the three main workloads.
    SHORT,

    /// Everything that a goal was set for, and the rest of the method's workloads.
    FULL;

    private static final String EVERYONE = "nginx,vertx,gateway,node,portkey,litellm,bifrost";

    static Campaign named(String name) {
        return Arrays.stream(values())
                .filter(campaign -> campaign.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--campaign: '%s' is not known: there are 'short' and 'full'".formatted(name)));
    }

    /// Adds what was not said already.
    void addTo(List<String> words) {
        for (var option : List.of(
                List.of("--only", only()),
                List.of("--contestants", EVERYONE),
                List.of("--warm-up", "40"),
                List.of("--window", "2"),
                List.of("--windows", "3"),
                List.of("--retries", "1"),
                List.of("--soak", "120"))) {
            if (!words.contains(option.getFirst())) {
                words.addAll(option);
            }
        }
    }

    private String only() {
        return switch (this) {
            case SHORT -> "unary-tls,burst-tls,paced-tls";
            case FULL ->
                Arrays.stream(Workload.values())
                        .map(workload -> new Scenario(workload, Link.TLS).id())
                        .collect(Collectors.joining(","));
        };
    }
}
