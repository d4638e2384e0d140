package io.geminigateway.account;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Chance, so that accounts which began together do not refresh together. Thread-safe: `random` is guarded by `this`.
final class Jitter {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final RandomGenerator random;

    Jitter(RandomGenerator random) {
        this.random = random;
    }

    synchronized Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    /// How long to wait after so many failures in a row: 1 s, doubling to 60 s, half of it chance.
    Duration pauseAfter(int failures) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        var pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        var half = pause.dividedBy(2);
        return half.plus(upTo(half));
    }
}
