package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;
import static io.geminigateway.benchmarks.report.Contestants.VERTX;

import java.util.List;
import java.util.stream.Stream;

/// What each contestant needs for a request or an event, and how others stand to the gateway.
record ProcessorTime(Evidence evidence) implements Section {

    @Override
    public String markdown() {
        var names = evidence.contestants();
        var table = new Table(
                cells(Stream.of("workload", "per"), names.stream(), Stream.of("gateway / nginx", "gateway / vertx")));
        for (var topic : evidence.topicsWith(Quantity.CPU)) {
            table.row(cells(
                    Stream.of(topic.title(), topic.unit()),
                    names.stream()
                            .map(name -> evidence.figure(topic.id(), name, Quantity.CPU)
                                    .text()),
                    Stream.of(NGINX, VERTX)
                            .map(other -> times(evidence.ratio(topic.id(), GATEWAY, other, Quantity.CPU)))));
        }
        return """
                ## Processor time

                User and system time of the whole process tree, in microseconds. "vertx" is the floor: a program of a page on the same
                stack, which hands everything on as it is, without reading it.

                %s%s""".formatted(table, peers());
    }

    /// How many times the gateway's processor time each peer needs.
    private String peers() {
        var names = evidence.peers().toList();
        if (names.isEmpty()) {
            return "";
        }
        var table = new Table(cells(Stream.of("workload"), names.stream(), Stream.of()));
        for (var topic : evidence.topicsWith(Quantity.CPU)) {
            var ratios = names.stream()
                    .map(name -> evidence.ratio(topic.id(), name, GATEWAY, Quantity.CPU))
                    .toList();
            if (ratios.stream().anyMatch(ratio -> ratio.count() > 0)) {
                table.row(cells(Stream.of(topic.title()), ratios.stream().map(ProcessorTime::times), Stream.of()));
            }
        }
        return """

                ## Other gateways

                How many times the gateway's processor time they need for the same. They translate as much as the gateway does, and
                reach the mock over HTTP/1.1, over TLS where it says so. A dash: none of their windows was without a failure.

                ![Processor time of all, as multiples of nginx's](benchmarks/ratios.svg)

                %s""".formatted(table);
    }

    static List<String> cells(Stream<String> first, Stream<String> middle, Stream<String> last) {
        return Stream.of(first, middle, last).flatMap(part -> part).toList();
    }

    private static String times(Figure ratio) {
        return ratio.count() == 0 ? "-" : Figure.number(ratio.median()) + " x";
    }
}
