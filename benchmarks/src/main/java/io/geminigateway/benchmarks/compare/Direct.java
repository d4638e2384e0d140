package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.report.Contestants;
import java.util.List;

/// Nothing: the clients ask the mock. Shows what the rig itself costs and how long it takes.
record Direct(int port, boolean encrypted) implements Contestant {
    static final String NAME = Contestants.DIRECT;

    Direct(Link link, Mock mock) {
        this(mock.port(), link.encrypted());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Target target(Workload workload) {
        return Target.gemini(workload, port, encrypted);
    }

    @Override
    public List<Process> processes() {
        return List.of();
    }

    @Override
    public void close() {}
}
