package io.geminigateway.benchmarks.report;

/// A part of the page.
interface Section {
    /// Empty when nothing of it was measured.
    String markdown();
}
