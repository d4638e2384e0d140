package io.geminigateway.pool;

import java.time.Duration;
import java.time.InstantSource;

/// How many calls may be made a second time because Google failed, or is late. Every request pays in, and so does
/// time; an outage is thereby never answered with many times the usual load. Thread-safe.
///
/// After Finagle's RetryBudget, <https://twitter.github.io/finagle/guide/Clients.html#retries>
public final class RetryBudget {
    private final Settings settings;
    private final InstantSource clock;
    private double saved;
    private long asOf;

    public RetryBudget(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.saved = settings.most();
        this.asOf = clock.millis();
    }

    /// `perRequest` and `perSecond` are paid in; the second lets a quiet gateway retry too. `most` may be
    /// saved up.
    public record Settings(double perRequest, double perSecond, double most) {
        public static Settings standard() {
            return new Settings(0.5, 0.5, 20);
        }
    }

    /// A request has arrived.
    public synchronized void pay() {
        settle();
        saved = Math.min(saved + settings.perRequest(), settings.most());
    }

    /// Whether one more call may be made.
    public synchronized boolean spend() {
        settle();
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }

    /// What is left, from 0 to 1.
    public synchronized double left() {
        settle();
        return saved / settings.most();
    }

    private void settle() {
        var now = clock.millis();
        var seconds = Math.max(now - asOf, 0) / (double) Duration.ofSeconds(1).toMillis();
        saved = Math.min(saved + seconds * settings.perSecond(), settings.most());
        asOf = now;
    }
}
