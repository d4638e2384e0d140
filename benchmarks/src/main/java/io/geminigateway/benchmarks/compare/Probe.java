package io.geminigateway.benchmarks.compare;

/// How hard a contestant is pressed while it is measured.
enum Probe {
    /// Every connection sends its next request as soon as it has its answer.
    FULL,
    /// One connection does so.
    ALONE,
    /// Requests arrive at random at a fixed rate, whether or not the earlier ones were answered.
    OPEN
}
