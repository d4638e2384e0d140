package io.geminigateway.benchmarks.compare;

import java.util.List;

/// What stands between the clients and the mock.
sealed interface Contestant extends AutoCloseable permits Direct, NginxPassThrough, Gateway, Peer {
    String name();

    /// Where it is asked for such answers.
    Target target(Workload workload);

    /// What it runs; empty when there is nothing between.
    List<Process> processes();

    @Override
    void close();
}
