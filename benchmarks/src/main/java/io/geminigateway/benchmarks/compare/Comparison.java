package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.compare.Bout.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// The whole comparison: `benchmarks/compare` runs it from the root of the project. Progress goes to standard
/// error, the report to standard output and to `benchmarks/target/compare.md`.
public final class Comparison {
    private static final Path FOLDER = Path.of("benchmarks/target/compare").toAbsolutePath();
    private static final Path LAUNCHER = FOLDER.resolve("program/gateway");
    private static final Path REPORT = Path.of("benchmarks/target/compare.md").toAbsolutePath();

    private final Plan plan;
    private final Children children;
    private final Certificate certificate;
    private final Load load;
    private final Random random;

    private Comparison(Plan plan, Children children) {
        this.plan = plan;
        this.children = children;
        this.certificate = new Certificate(FOLDER);
        this.load = new Load(certificate);
        this.random = new Random(plan.seed());
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        try {
            var plan = Plan.from(List.of(arguments));
            try (var children = new Children(FOLDER, plan.pinned())) {
                var report = new Comparison(plan, children).run();
                Files.writeString(REPORT, report);
                System.out.print(report);
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

    private String run() throws IOException {
        var loadBefore = Machine.load();
        var bouts = new ArrayList<Bout>();
        for (var scenario : plan.scenarios()) {
            bouts.add(bout(scenario));
        }
        load.close();
        return new Report(plan, bouts, loadBefore).markdown();
    }

    private Bout bout(Scenario scenario) throws IOException {
        var folder = Files.createDirectories(FOLDER.resolve(scenario.id()));
        try (var mock = mock(scenario, folder)) {
            var ring = new Ring(plan, scenario, mock, load, random, System.err::println);
            var contestants = new ArrayList<Contestant>();
            try {
                return bout(scenario, folder, mock, ring, contestants);
            } finally {
                contestants.forEach(Contestant::close);
            }
        }
    }

    private Bout bout(Scenario scenario, Path folder, Mock mock, Ring ring, List<Contestant> contestants) {
        var starts = new LinkedHashMap<String, Start>();
        var connections = new LinkedHashMap<String, List<String>>();
        for (var name : plan.contestants()) {
            var contestant = contestant(name, scenario, folder, mock);
            var known = mock.connections().size();
            try {
                starts.put(name, ring.awaken(contestant));
                ring.warmUp(contestant);
            } catch (IllegalStateException unfit) {
                contestant.close();
                if (!Peer.NAMES.contains(name)) {
                    throw unfit;
                }
                System.err.println(unfit.getMessage());
                continue;
            }
            contestants.add(contestant);
            connections.put(name, mock.connections().stream().skip(known).toList());
        }
        return new Bout(scenario, starts, connections, ring.measure(contestants));
    }

    private Mock mock(Scenario scenario, Path folder) {
        return scenario.workload().slow()
                ? new PacedMock(scenario, certificate)
                : new CannedMock(children, folder, scenario, certificate);
    }

    private Contestant contestant(String name, Scenario scenario, Path folder, Mock mock) {
        return switch (name) {
            case Direct.NAME -> new Direct(scenario, mock);
            case NginxPassThrough.NAME -> new NginxPassThrough(children, folder, scenario, mock);
            case Gateway.NAME -> new Gateway(children, LAUNCHER, folder, scenario, mock, certificate);
            default -> new Peer(children, name, scenario, mock, certificate);
        };
    }
}
