package io.geminigateway.pool;

/// Every number of the pool, one record per idea.
public record PoolSettings() {
    public static PoolSettings standard() {
        return new PoolSettings();
    }
}
