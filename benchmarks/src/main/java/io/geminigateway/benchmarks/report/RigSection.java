package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.DIRECT;
import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far the figures can be trusted: what the measuring itself cost, and how many windows counted.
record RigSection(Evidence evidence) implements Section {

    @Override
    public String markdown() {
        var table = new Table(
                "workload", "mock and clients alone, us", "core used by nginx", "by the gateway", "valid windows");
        for (var topic : evidence.topicsWith(Quantity.WINDOWS)) {
            table.row(
                    topic.title(),
                    evidence.figure(topic.id(), DIRECT, Quantity.RIG).text(),
                    share(topic, NGINX),
                    share(topic, GATEWAY),
                    "%.0f of %.0f".formatted(sum(topic, Quantity.VALID_WINDOWS), sum(topic, Quantity.WINDOWS)));
        }
        return """
                ## The rig

                %s
                Upstream connections of the gateway, opened while it was warming up: %s.
                """.formatted(table, upstreams());
    }

    private String share(Topic topic, String contestant) {
        var share = evidence.figure(topic.id(), contestant, Quantity.CORE);
        return share.count() == 0 ? "-" : "%.0f %%".formatted(100 * share.median());
    }

    private double sum(Topic topic, String quantity) {
        return evidence.runs().stream()
                .flatMap(run -> run.findings().stream())
                .filter(finding -> finding.scenario().equals(topic.id())
                        && finding.quantity().equals(quantity))
                .mapToDouble(Finding::value)
                .sum();
    }

    private String upstreams() {
        return evidence.topicsWith(Quantity.CALM).stream()
                .flatMap(topic -> Stream.of("h1", "h2").flatMap(protocol -> upstream(topic, protocol)))
                .collect(Collectors.joining("; "));
    }

    private Stream<String> upstream(Topic topic, String protocol) {
        var count = evidence.figure(topic.id(), GATEWAY, "upstream." + protocol).count()
                / evidence.runs().size();
        return count == 0 ? Stream.of() : List.of("%s: %d x %s".formatted(topic.title(), count, protocol)).stream();
    }
}
