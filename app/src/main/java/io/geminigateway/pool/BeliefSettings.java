package io.geminigateway.pool;

import java.time.Duration;

/// How success rates are believed in. All but the half-life are numbers of calls, or factors of such.
/// - `fading`: accounts break and mend within minutes; older evidence misleads more than it helps.
/// - `mostCalls`: even a busy account is doubted again after a handful of failures.
/// - `optimism`, `doubt`: successes and failures that every account starts with: new ones are tried, not flooded.
/// - `averageWeight`: what the account's average over all models is worth as evidence for one of them.
/// - `modelDoubt`: failures that every model of an account starts with, so that no draw is certain.
/// - `sharpness`: the draw takes the evidence so many times: accounts are nearly equal, and exploring costs retries.
/// - `forgiven`: share of the failures that remains after a successful probe.
public record BeliefSettings(
        HalfLife fading,
        double mostCalls,
        double optimism,
        double doubt,
        double averageWeight,
        double modelDoubt,
        double sharpness,
        double forgiven) {
    public static BeliefSettings standard() {
        return new BeliefSettings(HalfLife.of(Duration.ofMinutes(2)), 100, 2, 0.2, 4, 0.02, 3, 0.25);
    }
}
