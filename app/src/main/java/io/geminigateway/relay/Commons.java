package io.geminigateway.relay;

import io.geminigateway.pool.Pool;
import io.geminigateway.pool.RetryBudget;
import io.geminigateway.pool.WaitingRoom;
import java.time.InstantSource;

/// What the relays of all event loops share: the accounts, how often Google may be asked again, and who waits for an
/// account. Thread-safe, as its parts are.
public record Commons(Pool pool, RelaySettings settings, InstantSource clock, RetryBudget retries, WaitingRoom room) {
    public static Commons of(Pool pool, RelaySettings settings, InstantSource clock) {
        return new Commons(
                pool,
                settings,
                clock,
                new RetryBudget(settings.retries(), clock),
                new WaitingRoom(settings.waiting(), clock));
    }
}
