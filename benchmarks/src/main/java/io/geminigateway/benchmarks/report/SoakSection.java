package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Memory.MEGABYTE;

/// Whether the gateway's memory is flat under an even load.
record SoakSection(Evidence evidence) implements Section {

    @Override
    public String markdown() {
        var topics = evidence.topicsWith(Quantity.SOAK);
        if (topics.isEmpty()) {
            return "";
        }
        var table = new Table("run", "seconds", "answers", "failures", "memory, MB", "slope, MB an hour", "climbs by");
        for (var topic : topics) {
            var number = 0;
            for (var run : evidence.runs()) {
                number++;
                var memory = run.figure(topic.id(), GATEWAY, Quantity.SOAK);
                if (memory.count() > 0) {
                    table.row(
                            String.valueOf(number),
                            String.valueOf(memory.count()),
                            Figure.number(run.figure(topic.id(), GATEWAY, Quantity.SERVED)
                                    .median()),
                            Figure.number(run.figure(topic.id(), GATEWAY, Quantity.FAILURES)
                                    .median()),
                            memory.in(MEGABYTE).text(),
                            Figure.number(run.figure(topic.id(), GATEWAY, Quantity.SOAK_SLOPE)
                                            .median()
                                    / MEGABYTE),
                            "%.1f %%"
                                    .formatted(100
                                            * run.figure(topic.id(), GATEWAY, Quantity.SOAK_CLIMB)
                                                    .median()));
                }
            }
        }
        return """
                ## Soak

                50 paced streams and 100 whole answers a second, after a warm-up with the same. The slope is that of the straight line
                through the resident memory at each second, by least squares; "climbs by" is how far that line rises from its begin to
                its end.

                ![Resident memory during the soak](benchmarks/soak.svg)

                %s""".formatted(table);
    }
}
