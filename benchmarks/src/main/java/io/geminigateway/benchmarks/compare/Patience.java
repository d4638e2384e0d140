package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// How long clients wait for an answer before they leave.
final class Patience {
    private final Supplier<Optional<Duration>> limits;

    private Patience(Supplier<Optional<Duration>> limits) {
        this.limits = limits;
    }

    static Patience endless() {
        return new Patience(Optional::empty);
    }

    /// One half of the clients leaves, at any time up to the longest.
    static Patience ofHalf(Duration longest, Random random) {
        return new Patience(() -> random.nextBoolean()
                ? Optional.of(Duration.ofNanos((long) (longest.toNanos() * random.nextDouble())))
                : Optional.empty());
    }

    /// For the next question; none when the client waits for its end.
    Optional<Duration> next() {
        return limits.get();
    }
}
