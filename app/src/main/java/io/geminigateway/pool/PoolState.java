package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pool has learned, to outlive a restart. Evidence is as it stood at `at`. Who restores it
/// should leave out the `parked` of accounts whose files have changed since.
public record PoolState(Instant at, List<AccountState> accounts) {
    public PoolState {
        accounts = List.copyOf(accounts);
    }

    /// Faded counts.
    public record Evidence(double successes, double failures) {}

    public record AccountState(
            AccountId id,
            Evidence evidence,
            @Nullable Freeze freeze,
            PoolSnapshot.@Nullable Parked parked,
            List<ArmState> models) {
        public AccountState {
            models = List.copyOf(models);
        }
    }

    /// An account for one model. `latency` is the mean logarithm of the seconds to the first event, and
    /// rests on so many faded samples; `admitted` calls within `coveredMillis` is what is known of the
    /// quota.
    public record ArmState(
            ModelName model,
            Evidence evidence,
            double latency,
            double latencySamples,
            double admitted,
            double coveredMillis,
            @Nullable Freeze freeze,
            int failureLevel,
            int rateLimitLevel) {}
}
