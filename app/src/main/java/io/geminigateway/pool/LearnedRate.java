package io.geminigateway.pool;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is believed of the quota of an arm: how fast it refills, and that `level` calls were left at
/// `asOf`. Times are the clock's milliseconds.
record LearnedRate(RateEvidence evidence, double level, long asOf, RateTrials trials) {
    /*
     * A quota that is used up admits just what it refills. So between two refusals, the calls that were admitted over
     * the time between them are its rate; fading sums of both, over many such stretches, estimate it well. The level
     * then follows by dead reckoning: it rises with the rate and falls with each call. Because it drifts, and because
     * quotas are raised, a call is sent now and then although the level is too low: when it is granted, the next one
     * follows sooner, when it is refused, later.
     */
    static final LearnedRate UNKNOWN = new LearnedRate(RateEvidence.NONE, 0, 0, RateTrials.NONE);

    static LearnedRate restored(double admitted, double covered, long at) {
        return covered == 0
                ? UNKNOWN
                : new LearnedRate(new RateEvidence(admitted, covered, 0, at), 0, at, RateTrials.NONE);
    }

    /// Whether there is anything to keep account of.
    boolean everRefused() {
        return evidence.everRefused();
    }

    boolean admits(RateSettings settings, long now) {
        return !known(settings, now) || level(settings, now) >= 1 || now >= trials.due(evidence.refusedAt());
    }

    /// When a call may be sent, if none may now.
    long admitsFrom(RateSettings settings, long now) {
        var trial = trials.due(evidence.refusedAt());
        var missing = 1 - level(settings, now);
        var rate = evidence.perMillisecond();
        return rate == 0 ? trial : Math.min(trial, now + Math.max((long) Math.ceil(missing / rate), 1));
    }

    /// Whether a call that is sent now is sent although the quota seems used up.
    boolean isTrial(RateSettings settings, long now) {
        return known(settings, now) && level(settings, now) < 1;
    }

    /// The part of the quota that is left.
    double headroom(RateSettings settings, long now) {
        return known(settings, now) ? Math.clamp(level(settings, now) / most(settings), settings.least(), 1) : 1;
    }

    LearnedRate sent(RateSettings settings, long now) {
        var trialsNow = isTrial(settings, now) ? trials.sent(now) : trials;
        return new LearnedRate(evidence.sent(), level(settings, now) - 1, now, trialsNow);
    }

    /// A call was sent that took nothing of the quota.
    LearnedRate refunded(RateSettings settings, long now) {
        return new LearnedRate(evidence.uncounted(), level(settings, now) + 1, now, trials);
    }

    /// A call was sent although the quota seemed used up, and was granted.
    LearnedRate granted(RateSettings settings, long now) {
        return new LearnedRate(evidence, Math.max(level(settings, now), 0), now, trials.granted(settings));
    }

    /// Google refused for want of quota; `delay` is its word on when there will be some.
    LearnedRate refused(@Nullable Duration delay, boolean trial, RateSettings settings, long now) {
        var learned = evidence.refused(settings, now);
        var left = delay == null ? 0 : 1 - delay.toMillis() * learned.perMillisecond();
        return new LearnedRate(learned, left, now, trials.refused(trial, settings));
    }

    private boolean known(RateSettings settings, long now) {
        return evidence.conclusive(settings, now);
    }

    private double level(RateSettings settings, long now) {
        return Math.min(level + Math.max(now - asOf, 0) * evidence.perMillisecond(), most(settings));
    }

    private double most(RateSettings settings) {
        return Math.max(evidence.perMillisecond() * settings.holds().toMillis(), 1);
    }
}
