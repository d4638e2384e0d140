package io.geminigateway.pool;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [PoolState] as it is written: times in milliseconds since 1970. An empty list is absent.
@Json(naming = Json.Naming.LowerUnderscore)
record KeptState(long at, @Nullable List<KeptAccount> accounts) {
    @Json(naming = Json.Naming.LowerUnderscore)
    record KeptAccount(
            String id,
            double successes,
            double failures,
            @Nullable KeptFreeze freeze,
            @Nullable KeptParked parked,
            @Nullable List<KeptArm> models) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record KeptArm(
            String model,
            double successes,
            double failures,
            double latency,
            double latencySamples,
            double admitted,
            double coveredMillis,
            @Nullable KeptFreeze freeze,
            int failureLevel,
            int rateLimitLevel) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record KeptFreeze(
            FreezeCause cause,
            long since,
            long probeFrom,
            long until,
            int level,
            @Nullable String remedy) {
        static @Nullable KeptFreeze of(@Nullable Freeze freeze) {
            return freeze == null
                    ? null
                    : new KeptFreeze(
                            freeze.cause(),
                            freeze.since().toEpochMilli(),
                            freeze.probeFrom().toEpochMilli(),
                            freeze.until().toEpochMilli(),
                            freeze.level(),
                            freeze.remedy());
        }

        Freeze freeze() {
            return new Freeze(
                    cause,
                    Instant.ofEpochMilli(since),
                    Instant.ofEpochMilli(probeFrom),
                    Instant.ofEpochMilli(until),
                    level,
                    remedy == null ? "" : remedy);
        }
    }

    @Json
    record KeptParked(long since, String cause, String remedy) {}
}
