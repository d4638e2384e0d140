package io.geminigateway.pool;

import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// An account for one model. Choosing reads it without a lock; all else is written under the account's
/// monitor. Times are the clock's milliseconds.
final class Arm implements Recent.Value {
    private final ModelName model;
    private final Gate gate;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Belief belief = Belief.NONE;
    private volatile Latency latency = Latency.UNKNOWN;
    private volatile long lastUsed;

    private long frozenAt = Long.MIN_VALUE;
    private int streak;
    private int failureLevel;
    private int rateLimitLevel;

    Arm(ModelName model, ProbeSettings settings) {
        this.model = model;
        this.gate = new Gate(settings);
    }

    ModelName model() {
        return model;
    }

    Gate gate() {
        return gate;
    }

    Belief belief() {
        return belief;
    }

    Latency latency() {
        return latency;
    }

    int inFlight() {
        return inFlight.get();
    }

    @Override
    public long lastUsed() {
        return lastUsed;
    }

    @Override
    public boolean forgettable() {
        return gate.open() && inFlight.get() == 0;
    }

    void begin(long now) {
        lastUsed = now;
        inFlight.incrementAndGet();
    }

    void end() {
        inFlight.decrementAndGet();
    }

    void learn(double successes, double failures, BeliefSettings settings, long now) {
        belief = belief.with(successes, failures, settings, now);
    }

    void forgive(double remaining) {
        belief = belief.forgiving(remaining);
    }

    void learn(Duration firstEvent, LatencySettings settings, long now) {
        latency = latency.with(firstEvent, settings, now);
    }

    boolean close(Freeze freeze, long now) {
        var closed = gate.close(freeze, now);
        if (closed) {
            frozenAt = now;
        }
        return closed;
    }

    /// Whether a call was sent before the last freeze: it tells of a time that the freeze has answered
    /// already.
    boolean predatesFreeze(long sent) {
        return sent <= frozenAt;
    }

    /// Failures in a row, this one included.
    int lengthenStreak() {
        return ++streak;
    }

    int nextFailureLevel() {
        return failureLevel++;
    }

    int nextRateLimitLevel() {
        return rateLimitLevel++;
    }

    /// All is well: the next trouble starts from the beginning.
    void recover() {
        streak = 0;
        failureLevel = 0;
        rateLimitLevel = 0;
    }
}
