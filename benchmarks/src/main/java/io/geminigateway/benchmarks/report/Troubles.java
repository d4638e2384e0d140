package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.DIRECT;
import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;

import java.util.List;

/// How small requests fare beside large ones and slow readers, and everybody when the upstream fails.
record Troubles(Evidence evidence) implements Section {
    private static final List<String> EVERYONE = List.of(DIRECT, NGINX, GATEWAY);

    @Override
    public String markdown() {
        var text = disturbances() + faults() + cancels();
        return text.isEmpty() ? "" : "## Troubles\n\n" + text;
    }

    private String disturbances() {
        var topics = evidence.topicsWith("beside.latency.p50");
        if (topics.isEmpty()) {
            return "";
        }
        var table = new Table(
                "what", "contestant", "p50 alone", "p50 beside", "p99 alone", "p99 beside", "failures", "KiB each");
        for (var topic : topics) {
            for (var name : EVERYONE) {
                if (figure(topic, name, "alone.latency.p50").count() > 0) {
                    table.row(
                            topic.title(),
                            name,
                            figure(topic, name, "alone.latency.p50").text(),
                            figure(topic, name, "beside.latency.p50").text(),
                            figure(topic, name, "alone.latency.p99").text(),
                            figure(topic, name, "beside.latency.p99").text(),
                            failures(topic, name),
                            figure(topic, name, Quantity.READER_MEMORY)
                                    .in(1 << 10)
                                    .text());
                }
            }
        }
        return """
                Small requests, 200 a second at random, by turns alone and beside something large; microseconds. A slow reader takes
                1 KB a second of a stream of 7 MB; "KiB each" is what it costs: resident memory beyond that after the warm-up, divided
                by the number of readers.

                %s
                """.formatted(table);
    }

    private String failures(Topic topic, String name) {
        return "%.0f and %.0f"
                .formatted(
                        figure(topic, name, "alone.failures").median(),
                        figure(topic, name, "beside.failures").median());
    }

    private String faults() {
        var topics = evidence.topicsWith(Quantity.SUCCESS);
        if (topics.isEmpty()) {
            return "";
        }
        var table =
                new Table("what", "contestant", "succeeded, %", "attempts each", "processor time each, us", "p99, us");
        for (var topic : topics) {
            for (var name : EVERYONE) {
                table.row(
                        topic.title(),
                        name,
                        figure(topic, name, Quantity.SUCCESS).in(0.01).text(),
                        figure(topic, name, Quantity.ATTEMPTS).text(),
                        figure(topic, name, Quantity.CPU).text(),
                        figure(topic, name, Quantity.waiting("full", "latency", 99))
                                .text());
            }
        }
        return """
                The mock refuses 10 %% of all calls for their rate, fails 5 %%, and cuts 2 %% after any number of events; half the clients
                leave at any time. The gateway has 50 accounts. "Succeeded" is of the requests whose clients stayed. Nobody can mend a
                stream that is cut after its first event: 98.2 %% is the most that a gateway can reach.

                %s
                """.formatted(table);
    }

    private String cancels() {
        var topics = evidence.topicsWith("silent.cancel.p50");
        if (topics.isEmpty()) {
            return "";
        }
        var table = new Table("what", "when the client leaves", "nginx, median", "worst", "gateway, median", "worst");
        for (var topic : topics) {
            for (var moment : List.of("silent", "stalled", "flowing")) {
                table.row(
                        topic.title(),
                        switch (moment) {
                            case "silent" -> "before the first event";
                            case "stalled" -> "after it, nothing more comes";
                            default -> "while events flow";
                        },
                        figure(topic, NGINX, moment + ".cancel.p50").in(1e3).text(),
                        figure(topic, NGINX, moment + ".cancel.worst").in(1e3).text(),
                        figure(topic, GATEWAY, moment + ".cancel.p50").in(1e3).text(),
                        figure(topic, GATEWAY, moment + ".cancel.worst").in(1e3).text());
            }
        }
        return """
                Milliseconds from a client's leaving until the mock sees it.

                %s
                """.formatted(table);
    }

    private Figure figure(Topic topic, String name, String quantity) {
        return evidence.figure(topic.id(), name, quantity);
    }
}
