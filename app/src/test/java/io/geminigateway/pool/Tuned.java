package io.geminigateway.pool;

/// Settings that leave one idea out, so that a test sees the others.
final class Tuned {
    private Tuned() {}

    static PoolSettings withoutFailureFreezes() {
        var standard = PoolSettings.standard();
        var freeze = standard.freeze();
        return new PoolSettings(
                standard.belief(),
                standard.latency(),
                standard.score(),
                new FreezeSettings(
                        freeze.rateLimit(),
                        freeze.crowd(),
                        freeze.crowdPause(),
                        freeze.margin(),
                        freeze.longestMargin(),
                        freeze.longestDelay(),
                        freeze.dayMargin(),
                        freeze.dayProbe(),
                        Integer.MAX_VALUE,
                        freeze.failures(),
                        freeze.auth(),
                        freeze.denied()),
                standard.probe(),
                standard.models());
    }
}
