package io.geminigateway.benchmarks.compare;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// A contestant that is one program with one port.
abstract sealed class Program implements Contestant permits VertxPassThrough, Gateway, Peer {
    private final Children children;
    private final String name;
    private final int port = Port.free();
    private final Process process;

    /// What is to be run.
    record Launch(List<String> command, Map<String, String> environment) {
        Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /// `launch` is told the port.
    Program(Children children, String name, IntFunction<Launch> launch) {
        this.children = children;
        this.name = name;
        var launched = launch.apply(port);
        process = children.start(name, Core.CONTESTANT, launched.command(), launched.environment());
    }

    int port() {
        return port;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Process> processes() {
        return List.of(process);
    }

    @Override
    public final void close() {
        children.end(process);
    }
}
