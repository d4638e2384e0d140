package io.geminigateway.pool;

import java.time.Duration;

/// How the time to the first event is remembered.
/// - `fading`: slow phases last minutes.
/// - `mostCalls`: the memory of a busy account stays short enough to notice one.
/// - `priorCalls`: what the mean over all accounts is worth as evidence for one of them.
/// - `spread`: standard deviation of a single logarithm; two calls to one account differ by such a factor.
public record LatencySettings(HalfLife fading, double mostCalls, double priorCalls, double spread) {
    public static LatencySettings standard() {
        return new LatencySettings(HalfLife.of(Duration.ofMinutes(5)), 30, 2, 0.5);
    }
}
