package io.geminigateway.benchmarks.compare;

import java.time.Duration;

/// What one contestant did under one probe for some seconds. `cpu` is the contestant's own processor time,
/// `rig` that of the clients and the mock; `resident` is the contestant's memory at
/// the end, in bytes.
record Window(
        int round,
        String contestant,
        Probe probe,
        Tally tally,
        Duration length,
        Duration cpu,
        Duration rig,
        long resident) {

    /// Something came, and nothing failed. A stream may be longer than the window.
    boolean passed() {
        return tally.failures() == 0 && tally.marks() > 0;
    }

    /// The contestant's processor time in microseconds for each request or event.
    double cpuPerUnit(Workload workload) {
        return cpu.toNanos() / 1e3 / units(workload);
    }

    double rigPerUnit(Workload workload) {
        return rig.toNanos() / 1e3 / units(workload);
    }

    double unitsPerSecond(Workload workload) {
        return units(workload) * 1e9 / length.toNanos();
    }

    /// How much of one core the contestant used.
    double coreShare() {
        return (double) cpu.toNanos() / length.toNanos();
    }

    private long units(Workload workload) {
        return tally.units(workload);
    }
}
