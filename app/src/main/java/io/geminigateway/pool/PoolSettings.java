package io.geminigateway.pool;

/// Every number of the pool, one record per idea. `models` bounds how many models are remembered per
/// account.
public record PoolSettings(
        BeliefSettings belief,
        LatencySettings latency,
        ScoreSettings score,
        FreezeSettings freeze,
        ProbeSettings probe,
        int models) {
    public static PoolSettings standard() {
        return new PoolSettings(
                BeliefSettings.standard(),
                LatencySettings.standard(),
                ScoreSettings.standard(),
                FreezeSettings.standard(),
                ProbeSettings.standard(),
                256);
    }
}
