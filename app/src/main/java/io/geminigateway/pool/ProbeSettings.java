package io.geminigateway.pool;

import java.time.Duration;

/// How thawed accounts are tried.
/// - `perRequest`, `most`: the budget: every request pays in a part of a probe, and a few may be saved up.
/// - `apart`: at least so long between two probes that the draw would not have made.
/// - `look`: whoever waits for a probe to begin to answer looks this often.
/// - `lost`: a probe that has not ended by then is taken as lost, and the next one may go.
/// - `panic`: when all accounts rest after failures, one of them is tried this often: the only one that could serve
/// must not be out for minutes.
public record ProbeSettings(
        double perRequest, double most, Duration apart, Duration look, Duration lost, Duration panic) {
    public static ProbeSettings standard() {
        return new ProbeSettings(
                0.01, 3, Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMinutes(15), Duration.ofSeconds(2));
    }
}
