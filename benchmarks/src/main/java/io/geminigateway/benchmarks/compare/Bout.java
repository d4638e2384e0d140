package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Figure;
import io.geminigateway.benchmarks.report.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The windows of one scenario, and which of them count.
record Bout(Scenario scenario, List<Window> windows) {

    /// How far the rig's own cost may stray from its median before a round is thrown away.
    private static final double DRIFT = 0.2;

    Bout {
        windows = List.copyOf(windows);
    }

    /// What the clients and the mock cost when they are alone, in microseconds for each request or event.
    Figure floor() {
        return Figure.of(all(Direct.NAME, Probe.FULL)
                .filter(Window::passed)
                .mapToDouble(window -> window.rigPerUnit(scenario.workload())));
    }

    Stream<Window> valid(String contestant, Probe probe) {
        return all(contestant, probe).filter(this::isValid);
    }

    /// Writes down every valid window. `calm` tells what was resident after a contestant's warm-up.
    void note(Notebook notes, Calm calm) {
        windows.stream().filter(this::isValid).forEach(window -> note(notes, window, calm));
        for (var name : windows.stream().map(Window::contestant).distinct().toList()) {
            var all = windows.stream()
                    .filter(window -> window.contestant().equals(name))
                    .toList();
            notes.note(scenario.id(), name, Quantity.WINDOWS, all.size());
            notes.note(
                    scenario.id(),
                    name,
                    Quantity.VALID_WINDOWS,
                    all.stream().filter(this::isValid).count());
        }
    }

    private void note(Notebook notes, Window window, Calm calm) {
        var id = scenario.id();
        var name = window.contestant();
        var workload = scenario.workload();
        if (window.probe() == Probe.FULL) {
            if (name.equals(Direct.NAME)) {
                notes.note(id, name, Quantity.RIG, window.rigPerUnit(workload));
            } else {
                notes.note(id, name, Quantity.CPU, window.cpuPerUnit(workload));
                notes.note(id, name, Quantity.CORE, window.coreShare());
                notes.note(id, name, Quantity.RESIDENT, window.resident());
                noteMemory(notes, window, calm);
            }
        }
        var press = window.probe().name().toLowerCase(Locale.ROOT);
        notes.waits(id, name, press, "latency", window.tally().latency());
        if (workload.streaming()) {
            notes.waits(id, name, press, "first", window.tally().firstMark());
            notes.waits(id, name, press, "lag", window.tally().lag());
        }
    }

    private void noteMemory(Notebook notes, Window window, Calm calm) {
        if (scenario.workload().crowded()) {
            var clients = scenario.workload().clients(1);
            notes.note(scenario.id(), window.contestant(), Quantity.OPEN_STREAMS, clients);
            notes.note(
                    scenario.id(),
                    window.contestant(),
                    Quantity.STREAM_MEMORY,
                    (double) (window.resident() - calm.resident(window.contestant())) / clients);
        }
    }

    private Stream<Window> all(String contestant, Probe probe) {
        return windows.stream().filter(window -> window.contestant().equals(contestant) && window.probe() == probe);
    }

    /// No request failed, and in that round the rig cost what it usually does.
    private boolean isValid(Window window) {
        if (all(Direct.NAME, Probe.FULL).findAny().isEmpty()) {
            return window.passed(); // nothing tells how the rig fared
        }
        return window.passed()
                && all(Direct.NAME, Probe.FULL)
                        .filter(direct -> direct.round() == window.round())
                        .anyMatch(direct -> direct.passed() && isUsual(direct.rigPerUnit(scenario.workload())));
    }

    private boolean isUsual(double rigPerUnit) {
        var usual = floor().median();
        return Math.abs(rigPerUnit - usual) <= DRIFT * usual;
    }
}
