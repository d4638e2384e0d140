package io.geminigateway.benchmarks.compare;

import java.util.List;

/// The pretend Google of one backdrop; much cheaper to run than any contestant.
sealed interface Mock extends AutoCloseable permits CannedMock, LocalMock {
    int port();

    /// What it runs beside this process.
    List<Process> processes();

    /// The protocol of every connection that was opened so far: `h1` or `h2`.
    List<String> connections();

    /// What it is asked from now on.
    default void play(Workload workload) {}

    @Override
    void close();
}
