package io.geminigateway.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the page and its plots: `Report PAGE RUN...`. The plots lie in the folder `benchmarks` beside the page.
public final class Report {
    private final Evidence evidence;

    private Report(Evidence evidence) {
        this.evidence = evidence;
    }

    public static void main(String[] arguments) throws IOException {
        var runs = new ArrayList<Run>();
        for (var file : List.of(arguments).subList(1, arguments.length)) {
            runs.add(Run.read(Path.of(file)));
        }
        var page = Path.of(arguments[0]).toAbsolutePath();
        var evidence = new Evidence(runs);
        var folder = Files.createDirectories(page.resolveSibling("benchmarks"));
        new Pictures(evidence).write(folder);
        Files.writeString(page, new Report(evidence).markdown());
    }

    static String markdown(Evidence evidence) {
        return new Report(evidence).markdown();
    }

    private String markdown() {
        return Stream.of(
                        opening(),
                        new Goals(evidence).markdown(),
                        new ProcessorTime(evidence).markdown(),
                        new Latency(evidence).markdown(),
                        new Memory(evidence).markdown(),
                        new Troubles(evidence).markdown(),
                        new SoakSection(evidence).markdown(),
                        new RigSection(evidence).markdown(),
                        new RunsSection(evidence).markdown(),
                        new Method().markdown())
                .filter(section -> !section.isEmpty())
                .map(String::strip)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String opening() {
        var count = evidence.runs().size();
        return """
            # The gateway beside nginx

            Written by `benchmarks/compare`. The gateway answers OpenAI's chat requests out of Gemini's answers, with its log on
            and one account; nginx passes the same Gemini traffic through untouched, without a log. Figures are medians of
            windows, with the lowest and the highest, of %s.""".formatted(count == 1 ? "one run" : count + " runs");
    }
}
