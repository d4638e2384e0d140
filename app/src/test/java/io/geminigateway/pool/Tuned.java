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
                standard.rate(),
                standard.breaker(),
                standard.models());
    }

    /// However many calls count.
    static PoolSettings withoutOblivion() {
        var standard = PoolSettings.standard();
        var belief = standard.belief();
        return new PoolSettings(
                new BeliefSettings(
                        belief.fading(),
                        Double.MAX_VALUE,
                        belief.optimism(),
                        belief.doubt(),
                        belief.averageWeight(),
                        belief.modelDoubt(),
                        belief.sharpness(),
                        belief.forgiven()),
                standard.latency(),
                standard.score(),
                standard.freeze(),
                standard.probe(),
                standard.rate(),
                standard.breaker(),
                standard.models());
    }
}
