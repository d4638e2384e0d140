package io.geminigateway.benchmarks.compare;

import java.util.List;

/// Nothing: the clients ask the mock. Shows what the rig itself costs and how long it takes.
record Direct(Target target) implements Contestant {
    static final String NAME = "direct";

    Direct(Scenario scenario, Mock mock) {
        this(Target.gemini(scenario, mock.port(), scenario.link().encrypted()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Process> processes() {
        return List.of();
    }

    @Override
    public void close() {}
}
