package io.geminigateway.benchmarks.compare;

/// Who runs where.
final class Core {
    static final int CONTESTANT = 0;
    static final int RIG = 1;

    private Core() {}
}
