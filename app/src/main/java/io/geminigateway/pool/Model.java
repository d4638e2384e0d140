package io.geminigateway.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// What is known of a model, whoever serves it. Latency is written under its own monitor; all is read
/// without.
final class Model implements Recent.Value {
    private final ModelBreaker breaker;
    private final AtomicLong panickedAt = new AtomicLong(Long.MIN_VALUE);
    private volatile Latency latency = Latency.UNKNOWN;
    private volatile double headroom = 1;
    private volatile long lastUsed;

    Model(BreakerSettings settings) {
        this.breaker = new ModelBreaker(settings);
    }

    ModelBreaker breaker() {
        return breaker;
    }

    Latency latency() {
        return latency;
    }

    /// The part of their quotas that the accounts have left on average, as of the last choice.
    double headroom() {
        return headroom;
    }

    @Override
    public long lastUsed() {
        return lastUsed;
    }

    @Override
    public boolean forgettable() {
        return !breaker.down();
    }

    void use(double headroomNow, long now) {
        headroom = headroomNow;
        lastUsed = now;
    }

    synchronized void learn(Duration firstEvent, LatencySettings settings, long now) {
        latency = latency.with(firstEvent, settings, now);
    }

    /// From when on an account that rests after failures may be tried nevertheless, if there is no other.
    long panicsFrom(ProbeSettings settings) {
        var last = panickedAt.get();
        return last == Long.MIN_VALUE ? last : last + settings.panic().toMillis();
    }

    boolean panic(ProbeSettings settings, long now) {
        var last = panickedAt.get();
        return now >= panicsFrom(settings) && panickedAt.compareAndSet(last, now);
    }
}
