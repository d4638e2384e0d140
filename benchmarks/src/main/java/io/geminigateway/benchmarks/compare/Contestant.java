package io.geminigateway.benchmarks.compare;

import java.util.List;

/// What stands between the clients and the mock.
sealed interface Contestant extends AutoCloseable permits Direct, NginxPassThrough, Gateway, Peer {
    String name();

    Target target();

    /// What it runs; empty when there is nothing between.
    List<Process> processes();

    @Override
    void close();
}
