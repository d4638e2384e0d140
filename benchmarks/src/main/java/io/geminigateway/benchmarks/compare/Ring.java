package io.geminigateway.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the contestants of one scenario are measured in turn.
final class Ring {
    private final Rig rig;
    private final Plan plan;
    private final Scenario scenario;
    private final Workload workload;

    Ring(Rig rig, Scenario scenario) {
        this.rig = rig;
        this.plan = rig.plan();
        this.scenario = scenario;
        this.workload = scenario.workload();
    }

    /// One round after the other, each in an order of its own, until there are enough valid windows or all rounds
    /// are used up.
    Bout measure(List<Contestant> contestants) {
        rehearse(contestants);
        var windows = new ArrayList<Window>();
        for (var round = 1; round <= plan.rounds(workload) && !isEnough(contestants, windows); round++) {
            for (var contestant : rig.shuffled(contestants)) {
                for (var probe : probes(contestant)) {
                    if (isBeaten(contestant, windows)) {
                        break;
                    }
                    windows.add(window(round, contestant, probe));
                }
            }
        }
        return new Bout(scenario, windows);
    }

    /// A round that does not count. What compiles as it runs has only seen a full load until now: it meets the other
    /// ones, and clients who come and go, and takes back some of what it had compiled for the first.
    private void rehearse(List<Contestant> contestants) {
        for (var contestant : contestants) {
            if (contestant.warmsSlowly()) {
                probes(contestant).forEach(probe -> window(0, contestant, probe));
            }
        }
    }

    private boolean isEnough(List<Contestant> contestants, List<Window> windows) {
        var bout = new Bout(scenario, windows);
        return contestants.stream()
                .filter(contestant -> !isBeaten(contestant, windows))
                .allMatch(contestant -> probes(contestant).stream()
                        .allMatch(probe -> bout.valid(contestant.name(), probe).count() >= plan.windows(workload)));
    }

    /// Peers are only asked for the processor time.
    private List<Probe> probes(Contestant contestant) {
        return contestant instanceof Peer ? List.of(Probe.FULL) : workload.probes();
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
        var tree = rig.tree(contestant);
        var arrivals = probe == Probe.OPEN ? Arrivals.Open.random(plan.rate(), rig.random()) : new Arrivals.Closed();
        try (var crowd = rig.press(contestant, workload, plan.clients(workload, probe), arrivals)) {
            Rig.sleep(plan.ramp(workload));
            crowd.take();
            var meter = rig.meter(contestant);
            Rig.sleep(plan.window(workload));
            var tally = crowd.take();
            var window = new Window(
                    round, contestant.name(), probe, tally, meter.length(), meter.cpu(), meter.rig(), tree.resident());
            tellOf(window);
            return window;
        }
    }

    private void tellOf(Window window) {
        var tally = window.tally();
        rig.tell(
                scenario,
                "round %d %-8s %-6s %8.0f %ss/s  cpu %6.2f us  rig %6.2f us  p50 %7.0f us  p99 %7.0f us%s"
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
                                window.passed()
                                        ? ""
                                        : "  FAILED %d: %s".formatted(tally.failures(), tally.complaint())));
    }
}
