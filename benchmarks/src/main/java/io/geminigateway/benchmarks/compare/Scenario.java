package io.geminigateway.benchmarks.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/// One workload over one kind of upstream.
record Scenario(Workload workload, Link link) {

    static List<Scenario> all() {
        return Arrays.stream(Workload.values())
                .flatMap(workload -> Arrays.stream(Link.values()).map(link -> new Scenario(workload, link)))
                .toList();
    }

    /// What is measured when nothing else is said.
    static List<Scenario> usual() {
        var usual = EnumSet.of(Workload.UNARY, Workload.PACED, Workload.BURST);
        return all().stream()
                .filter(scenario -> usual.contains(scenario.workload()))
                .toList();
    }

    static Scenario named(String id) {
        return all().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--only: '%s' is not valid: expected names like unary-tls or burst-h1".formatted(id)));
    }

    /// The name on the command line, such as `unary-tls`.
    String id() {
        return workload.id() + "-" + link.id();
    }

    /// Scenarios with the same one are served by the same processes.
    String stage() {
        return "mock-" + workload.backdrop().id() + "-" + link.id();
    }

    String title() {
        return workload.title() + ", " + link.title();
    }
}
