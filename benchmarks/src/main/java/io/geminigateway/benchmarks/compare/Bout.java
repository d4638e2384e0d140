package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Everything that was measured of one scenario. `starts` and `connections`, the protocols of the upstream
/// connections that were opened while warming up, go by the contestant's name.
record Bout(Scenario scenario, Map<String, Start> starts, Map<String, List<String>> connections, List<Window> windows) {

    /// How far the rig's own cost may stray from its median before a round is thrown away.
    private static final double DRIFT = 0.2;

    /// How a contestant came up: until its first answer, and its memory in bytes when it was calm again.
    record Start(Duration time, Duration cpu, long resident) {}

    Bout {
        starts = Map.copyOf(starts);
        connections = Map.copyOf(connections);
        windows = List.copyOf(windows);
    }

    Figure figure(String contestant, Probe probe, ToDoubleFunction<Window> value) {
        return Figure.of(valid(contestant, probe).mapToDouble(value));
    }

    /// The contestant's processor time for each request or event, in microseconds.
    Figure cpu(String contestant) {
        return figure(contestant, Probe.FULL, window -> window.cpuPerUnit(scenario.workload()));
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

    long validWindows() {
        return windows.stream().filter(this::isValid).count();
    }

    private Stream<Window> all(String contestant, Probe probe) {
        return windows.stream().filter(window -> window.contestant().equals(contestant) && window.probe() == probe);
    }

    /// No request failed, and in that round the rig cost what it usually does.
    private boolean isValid(Window window) {
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
