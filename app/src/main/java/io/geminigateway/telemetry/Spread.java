package io.geminigateway.telemetry;

import java.util.concurrent.atomic.AtomicLongArray;

/// How values are spread over buckets. Recording is two additions: no lock, no garbage, no floating point. Thread-safe;
/// a reader may see the last values counted but not yet summed up.
public final class Spread {
    private final long[] bounds;
    /// One for each bucket, one for all above, and the sum.
    private final AtomicLongArray counts;

    Spread(Metric metric) {
        bounds = metric.bounds().stream()
                .mapToLong(bound -> Math.round(bound * metric.scale()))
                .toArray();
        counts = new AtomicLongArray(bounds.length + 2);
    }

    /// In nanoseconds where the metric's unit is the second, else in that unit.
    public void record(long value) {
        var bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        counts.getAndIncrement(bucket);
        counts.getAndAdd(bounds.length + 1, value);
    }

    /// How many lie in each bucket, the last of which has no upper bound.
    long[] buckets() {
        var copy = new long[bounds.length + 1];
        for (var i = 0; i < copy.length; i++) {
            copy[i] = counts.get(i);
        }
        return copy;
    }

    /// Whether anything was recorded.
    boolean isUsed() {
        for (var i = 0; i <= bounds.length; i++) {
            if (counts.get(i) > 0) {
                return true;
            }
        }
        return false;
    }

    long sum() {
        return counts.get(bounds.length + 1);
    }
}
