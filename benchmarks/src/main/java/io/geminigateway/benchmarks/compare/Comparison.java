package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// One run of the comparison: `benchmarks/compare` starts it from the root of the project. Progress goes to standard
/// error, what it finds to the file that `-Dcompare.run` names.
public final class Comparison {
    private static final Path FOLDER = Path.of("benchmarks/target/compare").toAbsolutePath();
    private static final Path LAUNCHER = FOLDER.resolve("program/gateway");

    private final Plan plan;
    private final Children children;
    private final Path file;
    private final Certificate certificate;
    private final Load load;
    private final Random random;
    private final Notebook notes = new Notebook();
    private final List<String> omitted = new ArrayList<>();
    private final String loadBefore = Machine.load();

    private Comparison(Plan plan, Children children, Path file) {
        this.plan = plan;
        this.children = children;
        this.file = file;
        this.certificate = new Certificate(FOLDER);
        this.load = new Load(certificate);
        this.random = new Random(plan.seed());
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        try {
            var plan = Plan.from(List.of(arguments));
            try (var children = new Children(FOLDER, plan.pinned())) {
                new Comparison(plan, children, Path.of(System.getProperty("compare.run"))).run();
            }
            System.exit(0);
        } catch (IllegalArgumentException unclear) {
            System.err.println(unclear.getMessage());
            System.exit(2);
        } catch (IllegalStateException | UncheckedIOException failed) {
            failed.printStackTrace();
            System.exit(1); // event loops would keep the process alive
        }
    }

    private void run() throws IOException {
        var stages = plan.scenarios().stream()
                .collect(Collectors.groupingBy(Scenario::stage, LinkedHashMap::new, Collectors.toList()));
        for (var scenarios : stages.values()) {
            play(scenarios);
            Files.createDirectories(file.getParent());
            new Run(circumstances(), notes.topics(), notes.findings()).write(file); // what was measured is not lost
        }
        load.close();
    }

    /// A scenario that fails is told and left out: the others are worth having.
    private void play(List<Scenario> scenarios) throws IOException {
        var first = scenarios.getFirst();
        var folder = Files.createDirectories(FOLDER.resolve(first.stage()));
        var rig = new Rig(plan, load, mock(first, folder), random, System.err::println);
        try (var stage = new Stage(rig, first, notes, name -> contestant(name, first, folder, rig.mock()))) {
            for (var scenario : scenarios) {
                try {
                    stage.play(scenario);
                } catch (IllegalStateException | UncheckedIOException failed) {
                    System.err.printf("%s is left out: %s%n", scenario.id(), failed);
                    omitted.add("%s (%s)".formatted(scenario.id(), failed.getMessage()));
                }
            }
        }
    }

    private Mock mock(Scenario scenario, Path folder) {
        var link = scenario.link();
        var backdrop = scenario.workload().backdrop();
        return switch (backdrop) {
            case CANNED, LONG -> new CannedMock(children, folder, backdrop, link, certificate);
            case PACED, STEADY -> new PacedMock(link, certificate);
            case FAULTY -> new FaultyMock(link, certificate, random);
            case SILENT -> new SilentMock(link, certificate);
        };
    }

    private Contestant contestant(String name, Scenario scenario, Path folder, Mock mock) {
        var link = scenario.link();
        return switch (name) {
            case Direct.NAME -> new Direct(link, mock);
            case NginxPassThrough.NAME -> new NginxPassThrough(children, folder, link, mock);
            case VertxPassThrough.NAME -> new VertxPassThrough(children, link, mock, certificate);
            case Gateway.NAME ->
                new Gateway(children, LAUNCHER, folder, scenario.workload().backdrop(), link, mock, certificate);
            default -> new Peer(children, name, link, mock, certificate);
        };
    }

    private Map<String, String> circumstances() {
        var told = Circumstances.of(plan, loadBefore);
        if (!omitted.isEmpty()) {
            told.put("left out", String.join("; ", omitted));
        }
        return told;
    }
}
