package io.geminigateway.benchmarks.compare;

/// What was resident of a contestant after its warm-up, when nobody asked it anything; in bytes.
@FunctionalInterface
interface Calm {
    long resident(String contestant);
}
