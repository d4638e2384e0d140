package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.pool.KeptState.KeptAccount;
import io.geminigateway.pool.KeptState.KeptArm;
import io.geminigateway.pool.KeptState.KeptFreeze;
import io.geminigateway.pool.KeptState.KeptParked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pool has learned, as JSON: for a store.
public final class PoolJson {
    private static final WireJson<KeptState> JSON = WireJson.ofClient(KeptState.class);

    private PoolJson() {}

    public static byte[] write(PoolState state) {
        return JSON.write(new KeptState(
                state.at().toEpochMilli(),
                state.accounts().stream().map(PoolJson::kept).toList()));
    }

    /// Empty if this is no such state, or one of another version: what was learned is learned again soon.
    public static Optional<PoolState> read(byte[] json) {
        try {
            var kept = JSON.read(json);
            return Optional.of(new PoolState(
                    Instant.ofEpochMilli(kept.at()),
                    all(kept.accounts()).stream().map(PoolJson::account).toList()));
        } catch (RuntimeException other) { // malformed, or names and causes that we do not know
            return Optional.empty();
        }
    }

    private static KeptAccount kept(PoolState.AccountState account) {
        var parked = account.parked();
        return new KeptAccount(
                account.id().value(),
                account.evidence().successes(),
                account.evidence().failures(),
                KeptFreeze.of(account.freeze()),
                parked == null ? null : new KeptParked(parked.since().toEpochMilli(), parked.cause(), parked.remedy()),
                account.models().stream().map(PoolJson::kept).toList());
    }

    private static KeptArm kept(PoolState.ArmState arm) {
        return new KeptArm(
                arm.model().value(),
                arm.evidence().successes(),
                arm.evidence().failures(),
                arm.latency(),
                arm.latencySamples(),
                arm.admitted(),
                arm.coveredMillis(),
                KeptFreeze.of(arm.freeze()),
                arm.failureLevel(),
                arm.rateLimitLevel());
    }

    private static PoolState.AccountState account(KeptAccount account) {
        var parked = account.parked();
        return new PoolState.AccountState(
                new AccountId(account.id()),
                new PoolState.Evidence(account.successes(), account.failures()),
                account.freeze() == null ? null : account.freeze().freeze(),
                parked == null
                        ? null
                        : new PoolSnapshot.Parked(
                                Instant.ofEpochMilli(parked.since()), parked.cause(), parked.remedy()),
                all(account.models()).stream().map(PoolJson::arm).toList());
    }

    private static PoolState.ArmState arm(KeptArm arm) {
        return new PoolState.ArmState(
                new ModelName(arm.model()),
                new PoolState.Evidence(arm.successes(), arm.failures()),
                arm.latency(),
                arm.latencySamples(),
                arm.admitted(),
                arm.coveredMillis(),
                arm.freeze() == null ? null : arm.freeze().freeze(),
                arm.failureLevel(),
                arm.rateLimitLevel());
    }

    private static <T> List<T> all(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
