package io.geminigateway.relay;

import io.geminigateway.pool.Pool;
import io.geminigateway.pool.RetryBudget;
import io.geminigateway.pool.WaitingRoom;
import java.time.InstantSource;

/// What the relays of all event loops share: the accounts, how often Google may be asked again, who waits for an
/// account, how often a late answer may be hedged, and when one is late. Thread-safe, as its parts are.
public record Commons(
        Pool pool,
        RelaySettings settings,
        InstantSource clock,
        RetryBudget retries,
        WaitingRoom room,
        RetryBudget hedges,
        FirstEvents firstEvents) {
    public static Commons of(Pool pool, RelaySettings settings, InstantSource clock) {
        return new Commons(
                pool,
                settings,
                clock,
                new RetryBudget(settings.retries(), clock),
                new WaitingRoom(settings.waiting(), clock),
                new RetryBudget(settings.hedges().budget(), clock),
                new FirstEvents());
    }
}
