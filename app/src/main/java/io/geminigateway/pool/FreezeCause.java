package io.geminigateway.pool;

import java.util.Locale;

/// Why an account takes no calls for a while.
public enum FreezeCause {
    RATE_LIMIT,
    DAILY_QUOTA,
    FAILURES,
    AUTH,
    MODEL_DENIED,
    OPERATOR;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /// The name in logs, metrics and answers: `rate_limit`.
    public String wireName() {
        return wireName;
    }
}
