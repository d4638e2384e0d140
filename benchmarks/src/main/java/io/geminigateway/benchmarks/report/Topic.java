package io.geminigateway.benchmarks.report;

/// A scenario as the page tells of it: `unit` is what processor time is divided by.
public record Topic(String id, String unit, String title) {}
