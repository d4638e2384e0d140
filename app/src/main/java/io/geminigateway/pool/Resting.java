package io.geminigateway.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account that may be resting.
record Resting(Member member, @Nullable Arm arm) {
    boolean afterFailures() {
        var freeze = freeze();
        return freeze != null && freeze.cause() == FreezeCause.FAILURES;
    }

    Instant until() {
        var freeze = freeze();
        return freeze == null ? Instant.MAX : freeze.until();
    }

    /// Ends the rest: the next call finds out how things are.
    void hasten(long now) {
        if (arm != null) {
            synchronized (member) {
                arm.gate().hasten(now);
            }
        }
    }

    private @Nullable Freeze freeze() {
        return arm == null ? null : arm.gate().freeze();
    }
}
