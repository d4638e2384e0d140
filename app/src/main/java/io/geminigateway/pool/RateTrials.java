package io.geminigateway.pool;

/// Calls that are sent although the quota seems used up: the `last` one, and the pause in milliseconds
/// until the next, which follows how they fare. Times are the clock's milliseconds.
record RateTrials(long last, long pause) {
    static final RateTrials NONE = new RateTrials(Long.MIN_VALUE, 0);

    long due(long refusedAt) {
        return Math.max(last, refusedAt) + pause;
    }

    RateTrials sent(long now) {
        return new RateTrials(now, pause);
    }

    RateTrials granted(RateSettings settings) {
        return new RateTrials(last, bounded(pause / 2, settings));
    }

    RateTrials refused(boolean trial, RateSettings settings) {
        return new RateTrials(last, bounded(trial ? pause * 2 : pause, settings));
    }

    private static long bounded(long pause, RateSettings settings) {
        return Math.clamp(pause, settings.eager().toMillis(), settings.patient().toMillis());
    }
}
