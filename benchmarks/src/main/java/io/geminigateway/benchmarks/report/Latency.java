package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.DIRECT;
import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;

import java.util.List;
import java.util.Map;

/// How long clients waited: for whole answers, first events, and each paced event.
record Latency(Evidence evidence) implements Section {
    private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);
    private static final Map<String, String> PRESSES =
            Map.of("full", "", "alone", ", one client", "open", ", open loop");
    private static final Map<String, String> WAITS =
            Map.of("latency", "", "first", ", first event", "lag", ", lag of an event");

    /// Told elsewhere, beside what disturbs them.
    private static final List<String> ELSEWHERE = List.of("headofline", "slowreader", "faults", "cancel");

    @Override
    public String markdown() {
        var table = new Table("what", "percentile", DIRECT, NGINX, GATEWAY, "added");
        for (var topic : evidence.topics()) {
            if (ELSEWHERE.stream().noneMatch(topic.id()::startsWith)) {
                for (var wait : waits(topic)) {
                    rows(table, topic, wait);
                }
            }
        }
        return """
                ## Latency

                In microseconds. "added" is the gateway's less that of clients who ask the mock directly. Where every client asks again
                at once, times are those of a full core, and tell of processor time.

                ![Waiting times of one client](benchmarks/latency.svg)

                %s""".formatted(table);
    }

    /// What was waited for, where a wait is not the length of the stream.
    private static List<String> waits(Topic topic) {
        if (topic.unit().equals("event")) {
            return topic.id().startsWith("burst") ? List.of("alone.first") : List.of("full.first", "full.lag");
        }
        return List.of("alone.latency", "open.latency", "full.latency");
    }

    private void rows(Table table, Topic topic, String wait) {
        var press = wait.substring(0, wait.indexOf('.'));
        var what = wait.substring(wait.indexOf('.') + 1);
        for (var percentile : PERCENTILES) {
            var quantity = Quantity.waiting(press, what, percentile);
            var gateway = evidence.figure(topic.id(), GATEWAY, quantity);
            if (gateway.count() > 0) {
                table.row(
                        topic.title() + PRESSES.get(press) + WAITS.get(what),
                        quantity.substring(quantity.lastIndexOf(".p") + 1),
                        evidence.figure(topic.id(), DIRECT, quantity).text(),
                        evidence.figure(topic.id(), NGINX, quantity).text(),
                        gateway.text(),
                        Figure.number(evidence.added(topic.id(), GATEWAY, DIRECT, quantity)
                                .median()));
            }
        }
    }
}
