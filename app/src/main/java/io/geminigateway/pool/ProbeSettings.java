package io.geminigateway.pool;

import java.time.Duration;

/// How thawed accounts are tried.
/// - `perRequest`, `most`: the budget: every request pays in a part of a probe, and a few may be saved up.
/// - `apart`: at least so long between two probes that the draw would not have made.
/// - `lost`: a probe that has not ended by then is taken as lost, and the next one may go.
public record ProbeSettings(double perRequest, double most, Duration apart, Duration lost) {
    public static ProbeSettings standard() {
        return new ProbeSettings(0.01, 3, Duration.ofSeconds(1), Duration.ofMinutes(15));
    }
}
