package io.geminigateway.benchmarks.compare;

import java.util.List;

/// The traffic that is measured. `events` counts the parts of an answer that carry text.
enum Workload {
    UNARY("unary", "whole answer", "request", 1),
    PACED("paced", "paced stream", "event", 64),
    BURST("burst", "burst stream", "event", 64);

    private final String id;
    private final String title;
    private final String unit;
    private final int events;

    Workload(String id, String title, String unit, int events) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.events = events;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /// What the processor time is divided by.
    String unit() {
        return unit;
    }

    int events() {
        return events;
    }

    boolean streaming() {
        return this != UNARY;
    }

    /// The first one gives the processor time.
    List<Probe> probes() {
        return switch (this) {
            case UNARY -> List.of(Probe.FULL, Probe.ALONE, Probe.OPEN);
            case PACED -> List.of(Probe.FULL);
            case BURST -> List.of(Probe.FULL, Probe.ALONE);
        };
    }
}
