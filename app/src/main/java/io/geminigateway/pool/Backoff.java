package io.geminigateway.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses that double. Half of each is chance [1]: those who stumbled together must not come back together.
///
/// [1] Brooker, Exponential Backoff and Jitter,
/// <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>
public record Backoff(Duration first, Duration longest) {
    /// The pause after `level` pauses that did not help.
    Duration pause(int level, RandomGenerator random) {
        var doubled = first.toMillis() << Math.min(level, 30);
        var whole = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + 0.5 * random.nextDouble())));
    }
}
