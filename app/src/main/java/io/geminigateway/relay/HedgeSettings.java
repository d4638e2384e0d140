package io.geminigateway.relay;

import io.geminigateway.pool.RetryBudget;
import java.time.Duration;

/// Whether a second account is asked when the first event of an answer is late, how late at least, and how often all
/// requests together may do so.
public record HedgeSettings(boolean on, Duration soonest, RetryBudget.Settings budget) {
    /// Two requests in a hundred; three may be saved up. Time pays for none.
    public static HedgeSettings standard(boolean on) {
        return new HedgeSettings(on, Duration.ofSeconds(2), new RetryBudget.Settings(0.02, 0, 3));
    }

    /// The same, for requests that it is right for: it would make some things twice.
    HedgeSettings onlyIf(boolean right) {
        return right ? this : new HedgeSettings(false, soonest, budget);
    }

    /// The same, sooner or later.
    public HedgeSettings after(Duration other) {
        return new HedgeSettings(on, other, budget);
    }

    /// The same, with another budget.
    public HedgeSettings spending(RetryBudget.Settings other) {
        return new HedgeSettings(on, soonest, other);
    }
}
