package io.geminigateway.pool;

import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An account for one model. Choosing reads it without a lock. Its own monitor guards the writing of the
/// rate alone, which every call counts down; all else is written under the account's monitor. Times are
/// the clock's milliseconds.
final class Arm implements Recent.Value {
    private final ModelName model;
    private final Gate gate;
    private final RateSettings rates;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile Belief belief = Belief.NONE;
    private volatile Latency latency = Latency.UNKNOWN;
    private volatile LearnedRate rate = LearnedRate.UNKNOWN;
    private volatile long lastUsed;

    private long frozenAt = Long.MIN_VALUE;
    private int streak;
    private int failureLevel;
    private int rateLimitLevel;

    Arm(ModelName model, PoolSettings settings) {
        this.model = model;
        this.gate = new Gate(settings.probe());
        this.rates = settings.rate();
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

    LearnedRate rate() {
        return rate;
    }

    boolean admits(long now) {
        return gate.admits(now) && rate.admits(rates, now);
    }

    /// Counts a call in. Whether it goes out although the quota seems used up.
    boolean begin(long now) {
        lastUsed = now;
        inFlight.incrementAndGet();
        var before = rate;
        if (before.everRefused()) {
            update(current -> current.sent(rates, now));
        }
        return before.isTrial(rates, now);
    }

    void refuse(@Nullable Duration delay, boolean trial, long now) {
        update(current -> current.refused(delay, trial, rates, now));
    }

    void grant(long now) {
        update(current -> current.granted(rates, now));
    }

    void refund(long now) {
        update(current -> current.everRefused() ? current.refunded(rates, now) : current);
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

    PoolState.ArmState state(PoolSettings settings, long now) {
        var evidence = rate.evidence();
        return new PoolState.ArmState(
                model,
                belief.evidence(settings.belief(), now),
                latency.mean(),
                latency.weight(settings.latency(), now),
                evidence.admitted(),
                evidence.covered(),
                gate.freeze(),
                failureLevel,
                rateLimitLevel);
    }

    void restore(PoolState.ArmState state, long at) {
        belief = Belief.of(state.evidence(), at);
        latency = new Latency(state.latency(), state.latencySamples(), at);
        update(any -> LearnedRate.restored(state.admitted(), state.coveredMillis(), at));
        failureLevel = state.failureLevel();
        rateLimitLevel = state.rateLimitLevel();
        var freeze = state.freeze();
        if (freeze != null) {
            close(freeze, at);
        }
    }

    boolean close(Freeze freeze, long now) {
        var closed = gate.close(freeze, now);
        if (closed) {
            frozenAt = now;
        }
        return closed;
    }

    private synchronized void update(UnaryOperator<LearnedRate> change) {
        rate = change.apply(rate);
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
