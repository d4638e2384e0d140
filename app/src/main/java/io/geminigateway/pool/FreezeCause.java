package io.geminigateway.pool;

/// Why an account takes no calls for a while.
public enum FreezeCause {
    RATE_LIMIT,
    DAILY_QUOTA,
    FAILURES,
    AUTH,
    MODEL_DENIED
}
