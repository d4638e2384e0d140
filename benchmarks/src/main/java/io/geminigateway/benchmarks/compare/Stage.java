package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import io.geminigateway.benchmarks.report.Quantity;
import io.geminigateway.benchmarks.report.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// One mock, and the contestants before it: they are started once, and serve all scenarios with that backdrop in turn.
final class Stage implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Rig rig;
    private final String id;
    private final Notebook notes;
    private final Function<String, Contestant> casting;
    private final Map<String, Contestant> running = new LinkedHashMap<>();
    private final Map<String, Long> calm = new HashMap<>();
    private final Set<String> warm = new HashSet<>();
    private final Set<String> unfit = new HashSet<>();

    /// `casting` starts a contestant by its name.
    Stage(Rig rig, Scenario first, Notebook notes, Function<String, Contestant> casting) {
        this.rig = rig;
        this.notes = notes;
        this.casting = casting;
        this.id = first.stage();
        notes.topic(new Topic(
                id,
                "",
                first.workload().backdrop().title() + ", " + first.link().title()));
    }

    void play(Scenario scenario) {
        var workload = scenario.workload();
        rig.mock().play(workload.calmer());
        notes.topic(new Topic(scenario.id(), workload.unit(), scenario.title()));
        var contestants = new ArrayList<Contestant>();
        for (var name : rig.plan().contestants(workload)) {
            if (!unfit.contains(name)) {
                enter(name, scenario, contestants);
            }
        }
        rig.mock().play(workload);
        switch (workload) {
            case HEAD_OF_LINE, SLOW_READERS ->
                new Disturbance(rig, scenario, notes).measure(contestants, this::resident);
            case FAULTS -> new Faults(rig, (FaultyMock) rig.mock(), scenario, notes).measure(contestants);
            case CANCEL -> new Cancellation(rig, (SilentMock) rig.mock(), scenario, notes).measure(contestants);
            case SOAK -> contestants.forEach(new Soak(rig, scenario, notes)::measure);
            default -> new Ring(rig, scenario).measure(contestants).note(notes, this::resident);
        }
    }

    /// A peer that cannot do it is left out; of all others it is expected.
    private void enter(String name, Scenario scenario, List<Contestant> contestants) {
        try {
            var known = running.containsKey(name);
            var connections = rig.mock().connections().size();
            var contestant = running.computeIfAbsent(name, casting);
            if (!known) {
                awaken(contestant);
            }
            if (warm.add(name + " " + scenario.workload().calmer().id())) {
                warmUp(contestant, scenario);
            }
            if (!known) {
                noteConnections(name, connections);
            }
            contestants.add(contestant);
        } catch (IllegalStateException failed) {
            if (!Contestants.PEERS.contains(name)) {
                throw failed;
            }
            rig.tell(scenario, String.valueOf(failed.getMessage()));
            unfit.add(name);
        }
    }

    /// Waits until a contestant that was just started answers as it should.
    private void awaken(Contestant contestant) {
        var tree = new ProcessTree(contestant.processes());
        var began = System.nanoTime();
        try (var crowd = rig.press(contestant, Workload.UNARY, 1)) {
            var seen = crowd.take();
            while (seen.answers() == 0) {
                if (!tree.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                    throw new IllegalStateException("%s gives no answer (%s); its log lies in benchmarks/target/compare"
                            .formatted(contestant.name(), seen.complaint()));
                }
                Rig.sleep(Duration.ofMillis(50));
                seen = crowd.take();
            }
            notes.note(id, contestant.name(), Quantity.START_CLOCK, (System.nanoTime() - began) / 1e3);
            notes.note(id, contestant.name(), Quantity.START_CPU, tree.cpu().toNanos() / 1e3);
        }
        Rig.sleep(CALM);
        notes.note(id, contestant.name(), Quantity.IDLE, tree.resident());
    }

    private void warmUp(Contestant contestant, Scenario scenario) {
        var took = new WarmUp(rig).of(contestant, scenario);
        if (calm.containsKey(contestant.name())) {
            return;
        }
        Rig.sleep(contestant.warmsSlowly() ? CALM : Duration.ZERO);
        var resident = new ProcessTree(contestant.processes()).resident();
        calm.put(contestant.name(), resident);
        notes.note(id, contestant.name(), Quantity.CALM, resident);
        notes.note(id, contestant.name(), Quantity.WARM_UP, took.toNanos() / 1e3);
    }

    /// Those that were opened since there were so many.
    private void noteConnections(String name, int before) {
        rig.mock().connections().stream()
                .skip(before)
                .forEach(protocol -> notes.note(id, name, "upstream." + protocol, 1));
    }

    private long resident(String name) {
        return calm.getOrDefault(name, 0L);
    }

    @Override
    public void close() {
        running.values().forEach(Contestant::close);
        rig.mock().close();
    }
}
