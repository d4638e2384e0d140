package io.geminigateway.pool;

/// What a quota's refusals tell of its rate: fading sums of the calls that were `admitted` and of the
/// milliseconds in which they were, and the calls since the last refusal. Times are the clock's
/// milliseconds.
record RateEvidence(double admitted, double covered, int sinceRefusal, long refusedAt) {
    private static final long NEVER = Long.MIN_VALUE;

    static final RateEvidence NONE = new RateEvidence(0, 0, 0, NEVER);

    boolean everRefused() {
        return refusedAt != NEVER;
    }

    boolean conclusive(RateSettings settings, long now) {
        return covered >= settings.evidence().toMillis()
                && now - refusedAt < settings.forgotten().toMillis();
    }

    double perMillisecond() {
        return covered == 0 ? 0 : admitted / covered;
    }

    RateEvidence sent() {
        return new RateEvidence(admitted, covered, sinceRefusal + 1, refusedAt);
    }

    /// A call was sent that the quota does not count.
    RateEvidence uncounted() {
        return new RateEvidence(admitted, covered, Math.max(sinceRefusal - 1, 0), refusedAt);
    }

    RateEvidence refused(RateSettings settings, long now) {
        if (!everRefused()) {
            return new RateEvidence(0, 0, 0, now);
        }
        var stretch = now - refusedAt;
        if (stretch < settings.closest().toMillis()) {
            return uncounted();
        }
        if (stretch > settings.farthest().toMillis()) {
            return new RateEvidence(admitted, covered, 0, now);
        }
        var left = settings.fading().left(refusedAt, now);
        return new RateEvidence(admitted * left + uncounted().sinceRefusal, covered * left + stretch, 0, now);
    }
}
