package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;

import java.util.List;

/// How the gateway starts, and what is resident of it: idle, under load, with many streams open.
record Memory(Evidence evidence) implements Section {
    static final double MEGABYTE = 1 << 20;
    private static final double KILOBYTE = 1 << 10;

    @Override
    public String markdown() {
        return """
                ## Start and memory of the gateway

                Each mock gets a gateway of its own, started as a user starts it, with its AOT cache.

                %s%s""".formatted(starts(), crowds());
    }

    private Table starts() {
        var table = new Table(
                "before", "first answer, s", "processor time, s", "warm-up, s", "idle, MB", "idle when warm, MB");
        for (var topic : evidence.topicsWith(Quantity.IDLE)) {
            table.row(
                    topic.title(),
                    text(topic, Quantity.START_CLOCK, 1e6),
                    text(topic, Quantity.START_CPU, 1e6),
                    text(topic, Quantity.WARM_UP, 1e6),
                    text(topic, Quantity.IDLE, MEGABYTE),
                    text(topic, Quantity.CALM, MEGABYTE));
        }
        return table;
    }

    private String crowds() {
        var crowds = evidence.topicsWith(Quantity.OPEN_STREAMS);
        if (crowds.isEmpty()) {
            return "";
        }
        var names = evidence.contestants().stream()
                .filter(name -> !Contestants.isPeer(name))
                .toList();
        var table = new Table(ProcessorTime.cells(
                List.of("open streams").stream(),
                names.stream().flatMap(name -> List.of(name + ", MB", name + ", KiB each").stream()),
                List.<String>of().stream()));
        for (var topic : crowds) {
            table.row(ProcessorTime.cells(
                    List.of(Figure.number(evidence.figure(topic.id(), GATEWAY, Quantity.OPEN_STREAMS)
                                    .median()))
                            .stream(),
                    names.stream()
                            .flatMap(name -> List.of(
                                    text(topic, name, Quantity.RESIDENT, MEGABYTE),
                                    text(topic, name, Quantity.STREAM_MEMORY, KILOBYTE))
                                    .stream()),
                    List.<String>of().stream()));
        }
        return """

                ### Open streams

                What is resident while so many paced streams are open, and what each costs: the resident memory then, less that of
                the same process when it was idle after its warm-up with 100 streams, divided by their number.

                ![Resident memory by open streams](benchmarks/memory.svg)

                %s""".formatted(table);
    }

    private String text(Topic topic, String quantity, double unit) {
        return text(topic, GATEWAY, quantity, unit);
    }

    private String text(Topic topic, String contestant, String quantity, double unit) {
        return evidence.figure(topic.id(), contestant, quantity).in(unit).text();
    }
}
