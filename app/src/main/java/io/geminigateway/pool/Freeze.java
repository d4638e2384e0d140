package io.geminigateway.pool;

import java.time.Instant;

/// A time without calls. From `probeFrom` on one call at a time finds out whether it is over; that is
/// `until` itself unless the end is a guess. `level` counts how often in a row the pause was made longer.
public record Freeze(FreezeCause cause, Instant since, Instant probeFrom, Instant until, int level) {}
