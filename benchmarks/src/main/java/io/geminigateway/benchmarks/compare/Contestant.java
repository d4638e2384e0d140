package io.geminigateway.benchmarks.compare;

import java.util.List;

/// What stands between the clients and the mock.
sealed interface Contestant extends AutoCloseable permits Direct, NginxPassThrough, Program {
    String name();

    /// Where it is asked for such answers.
    Target target(Workload workload);

    /// Whether a compiler works in it: then its answers get cheaper for a minute.
    default boolean warmsSlowly() {
        return false;
    }

    /// What it runs; empty when there is nothing between.
    List<Process> processes();

    @Override
    void close();
}
