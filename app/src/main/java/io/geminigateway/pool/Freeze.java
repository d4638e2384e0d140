package io.geminigateway.pool;

import java.time.Duration;
import java.time.Instant;

/// A time without calls. From `probeFrom` on one call at a time finds out whether it is over; that is
/// `until` itself unless the end is a guess. `level` counts how often in a row the pause was made longer;
/// `remedy` is what an operator can do about it, mostly empty.
public record Freeze(FreezeCause cause, Instant since, Instant probeFrom, Instant until, int level, String remedy) {
    static Freeze lasting(Duration pause, FreezeCause cause, int level, long now) {
        return lasting(pause, cause, level, "", now);
    }

    static Freeze lasting(Duration pause, FreezeCause cause, int level, String remedy, long now) {
        var since = Instant.ofEpochMilli(now);
        return new Freeze(cause, since, since.plus(pause), since.plus(pause), level, remedy);
    }
}
