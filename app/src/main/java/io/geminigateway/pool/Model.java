package io.geminigateway.pool;

import java.time.Duration;

/// What is known of a model, whoever serves it. Written under its own monitor, read without.
final class Model implements Recent.Value {
    private volatile Latency latency = Latency.UNKNOWN;
    private volatile long lastUsed;

    Latency latency() {
        return latency;
    }

    @Override
    public long lastUsed() {
        return lastUsed;
    }

    @Override
    public boolean forgettable() {
        return true;
    }

    void use(long now) {
        lastUsed = now;
    }

    synchronized void learn(Duration firstEvent, LatencySettings settings, long now) {
        latency = latency.with(firstEvent, settings, now);
    }
}
