package io.geminigateway.relay;

import io.geminigateway.pool.Pool;
import io.geminigateway.pool.RetryBudget;
import java.time.InstantSource;

/// What the relays of all event loops share: the accounts, and how often Google may be asked again. Thread-safe, as its
/// parts are.
public record Commons(Pool pool, RelaySettings settings, InstantSource clock, RetryBudget retries) {
    public static Commons of(Pool pool, RelaySettings settings, InstantSource clock) {
        return new Commons(pool, settings, clock, new RetryBudget(settings.retries(), clock));
    }
}
