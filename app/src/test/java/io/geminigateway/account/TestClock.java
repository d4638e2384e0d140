package io.geminigateway.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Both clocks, moved by the test.
final class TestClock implements InstantSource {
    private volatile Instant wall = Instant.parse("2026-11-22T12:00:00Z");
    private volatile Duration steady = Duration.ofDays(-3);

    @Override
    public Instant instant() {
        return wall;
    }

    Clocks clocks() {
        return new Clocks(this, () -> steady.toNanos());
    }

    /// Time goes by.
    synchronized void pass(Duration time) {
        wall = wall.plus(time);
        steady = steady.plus(time);
    }

    /// Somebody sets the wall clock.
    synchronized void jump(Duration step) {
        wall = wall.plus(step);
    }
}
