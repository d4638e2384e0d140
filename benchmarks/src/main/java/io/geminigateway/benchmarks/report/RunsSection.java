package io.geminigateway.benchmarks.report;

import static io.geminigateway.benchmarks.report.Contestants.GATEWAY;
import static io.geminigateway.benchmarks.report.Contestants.NGINX;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The runs one beside the other: on what they were made, and whether they agree.
record RunsSection(Evidence evidence) implements Section {

    @Override
    public String markdown() {
        var heads = new ArrayList<>(List.of(""));
        IntStream.rangeClosed(1, evidence.runs().size()).forEach(number -> heads.add("run " + number));
        var circumstances = new Table(heads);
        var names = new LinkedHashSet<String>();
        evidence.runs().forEach(run -> names.addAll(run.circumstances().keySet()));
        for (var name : names) {
            circumstances.row(cells(name, run -> run.circumstances().getOrDefault(name, "-")));
        }
        var ratios = new Table(heads);
        for (var topic : evidence.topicsWith(Quantity.CPU)) {
            ratios.row(cells(topic.title(), run -> ratio(run, topic)));
        }
        return """
                ## The runs

                %s
                Processor time of the gateway as a multiple of nginx's, run by run:

                %s""".formatted(circumstances, ratios);
    }

    private static String ratio(Run run, Topic topic) {
        return Figure.number(run.figure(topic.id(), GATEWAY, Quantity.CPU).median()
                / run.figure(topic.id(), NGINX, Quantity.CPU).median());
    }

    private List<String> cells(String first, Function<Run, String> cell) {
        var cells = new ArrayList<>(List.of(first));
        evidence.runs().forEach(run -> cells.add(cell.apply(run)));
        return cells;
    }
}
