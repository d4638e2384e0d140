package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.compare.Bout.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// Where the contestants of one scenario are started, warmed up and measured in turn.
final class Ring {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration SHORT_WARM_UP = Duration.ofSeconds(5);

    private final Plan plan;
    private final Scenario scenario;
    private final Mock mock;
    private final Load load;
    private final Random random;
    private final Consumer<String> told;

    Ring(Plan plan, Scenario scenario, Mock mock, Load load, Random random, Consumer<String> told) {
        this.plan = plan;
        this.scenario = scenario;
        this.mock = mock;
        this.load = load;
        this.random = random;
        this.told = told;
    }

    /// Waits until a contestant that was just started answers as it should.
    Start awaken(Contestant contestant) {
        var tree = new ProcessTree(contestant.processes());
        var began = System.nanoTime();
        try (var crowd = load.press(contestant.target(), 1, Duration.ZERO, new Arrivals.Closed())) {
            var seen = crowd.take();
            while (seen.answers() == 0) {
                if (!tree.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                    throw new IllegalStateException("%s gives no answer (%s); its log lies in benchmarks/target/compare"
                            .formatted(contestant.name(), seen.complaint()));
                }
                sleep(Duration.ofMillis(50));
                seen = crowd.take();
            }
        }
        var start = new Start(Duration.ofNanos(System.nanoTime() - began), tree.cpu(), 0);
        sleep(CALM);
        return new Start(start.time(), start.cpu(), tree.resident());
    }

    void warmUp(Contestant contestant) {
        var time = contestant instanceof Gateway || plan.warmUp().compareTo(SHORT_WARM_UP) < 0
                ? plan.warmUp()
                : SHORT_WARM_UP;
        tell("warming up %s for %d s".formatted(contestant.name(), time.toSeconds()));
        try (var crowd = press(contestant, Probe.FULL)) {
            sleep(time);
            var complaint = crowd.take().complaint();
            if (complaint != null) {
                tell("%s while warming up: %s".formatted(contestant.name(), complaint));
            }
        }
    }

    /// One round after the other, each in an order of its own, until there are enough valid windows or it
    /// takes too long.
    List<Window> measure(List<Contestant> contestants) {
        var windows = new ArrayList<Window>();
        for (var round = 1; round <= 2 * plan.windows() && !isEnough(contestants, windows); round++) {
            var order = new ArrayList<>(contestants);
            Collections.shuffle(order, random);
            for (var contestant : order) {
                for (var probe : probes(contestant)) {
                    if (isBeaten(contestant, windows)) {
                        break;
                    }
                    windows.add(window(round, contestant, probe));
                }
            }
        }
        return windows;
    }

    private boolean isEnough(List<Contestant> contestants, List<Window> windows) {
        var bout = new Bout(scenario, Map.of(), Map.of(), windows);
        return contestants.stream()
                .filter(contestant -> !isBeaten(contestant, windows))
                .allMatch(contestant -> probes(contestant).stream()
                        .allMatch(probe -> bout.valid(contestant.name(), probe).count() >= plan.windows()));
    }

    /// Peers are not asked for what only the gateway has goals for.
    private List<Probe> probes(Contestant contestant) {
        return scenario.workload().probes().stream()
                .filter(probe -> probe != Probe.OPEN || !(contestant instanceof Peer))
                .toList();
    }

    /// A peer that ended, or whose every window failed so far, is not waited for.
    private static boolean isBeaten(Contestant contestant, List<Window> windows) {
        var seen = windows.stream()
                .filter(window -> window.contestant().equals(contestant.name()))
                .toList();
        return contestant instanceof Peer
                && (!new ProcessTree(contestant.processes()).isAlive()
                        || (!seen.isEmpty() && seen.stream().noneMatch(Window::passed)));
    }

    private Window window(int round, Contestant contestant, Probe probe) {
        var tree = new ProcessTree(contestant.processes());
        var rig = new ProcessTree(mock.processes());
        if (!tree.isAlive() || !rig.isAlive()) {
            throw new IllegalStateException("%s or the mock has ended; their logs lie in benchmarks/target/compare"
                    .formatted(contestant.name()));
        }
        var before = tree.resident();
        try (var crowd = press(contestant, probe)) {
            sleep(plan.ramp(scenario.workload()));
            crowd.take();
            var began = System.nanoTime();
            var cpuBefore = tree.cpu();
            var rigBefore = rig.cpu().plus(ProcessTree.ownCpu());
            sleep(plan.window());
            var tally = crowd.take();
            var length = Duration.ofNanos(System.nanoTime() - began);
            var cpu = tree.cpu().minus(cpuBefore);
            var rigCpu = rig.cpu().plus(ProcessTree.ownCpu()).minus(rigBefore);
            var window =
                    new Window(round, contestant.name(), probe, tally, length, cpu, rigCpu, before, tree.resident());
            tellOf(window);
            return window;
        }
    }

    private Crowd press(Contestant contestant, Probe probe) {
        var workload = scenario.workload();
        var arrivals = probe == Probe.OPEN ? new Arrivals.Open(plan.rate(), random) : new Arrivals.Closed();
        return load.press(contestant.target(), plan.clients(workload, probe), plan.spread(workload), arrivals);
    }

    private void tellOf(Window window) {
        var workload = scenario.workload();
        var tally = window.tally();
        tell("round %d %-8s %-6s %8.0f %ss/s  cpu %6.2f us  rig %6.2f us  p50 %7.0f us  p99 %7.0f us%s"
                .formatted(
                        window.round(),
                        window.contestant(),
                        window.probe().name().toLowerCase(Locale.ROOT),
                        window.unitsPerSecond(workload),
                        workload.unit(),
                        window.cpuPerUnit(workload),
                        window.rigPerUnit(workload),
                        tally.latency().getValueAtPercentile(50) / 1e3,
                        tally.latency().getValueAtPercentile(99) / 1e3,
                        window.passed() ? "" : "  FAILED %d: %s".formatted(tally.failures(), tally.complaint())));
    }

    private void tell(String text) {
        told.accept(scenario.id() + ": " + text);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
