package io.geminigateway.pool;

import java.time.Duration;

/// A fading count of events, and thereby their rate. Times are the clock's milliseconds.
record Throughput(double count, long since, long asOf) {
    static Throughput none(long now) {
        return new Throughput(0, now, now);
    }

    Throughput plusOne(HalfLife fading, long now) {
        return new Throughput(count * fading.left(asOf, now) + 1, since, now);
    }

    /// Events per second: the fading count over the time that has not faded.
    double perSecond(HalfLife fading, Duration atLeast, long now) {
        var observed = Math.max(now - since, atLeast.toMillis());
        var seconds = fading.unfaded(observed) / 1000;
        return count * fading.left(asOf, now) / seconds;
    }
}
