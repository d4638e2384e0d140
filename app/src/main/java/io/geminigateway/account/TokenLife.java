package io.geminigateway.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a token is good, and when to fetch its successor. Without `expiresAt` it is good until Google refuses it.
record TokenLife(@Nullable Instant expiresAt, Duration lead, long endNanos) {
    /*
     * The wall clock may jump, the steady one may stand still while the machine sleeps. So a token is *over* by the
     * steady clock alone: a jump never makes requests wait. It is *due* by either clock: after a jump forward, or a
     * sleep, one refresh in the background puts things right; after a jump backward the steady clock still knows.
     * What both miss, Google tells us by a 401.
     */
    private static final Duration LONGEST = Duration.ofDays(365);

    /// Due `lead` before it ends.
    static TokenLife until(@Nullable Instant expiresAt, Duration lead, Clocks clocks) {
        if (expiresAt == null) {
            return new TokenLife(null, lead, 0);
        }
        var left = Duration.between(clocks.wall().instant(), expiresAt);
        var counted = left.compareTo(LONGEST) > 0 ? LONGEST : left.isNegative() ? Duration.ZERO : left;
        return new TokenLife(expiresAt, lead, clocks.nanos() + counted.toNanos());
    }

    boolean isOver(Clocks clocks) {
        return expiresAt != null && clocks.nanos() - endNanos >= 0;
    }

    boolean isDue(Clocks clocks) {
        return expiresAt != null
                && (clocks.nanos() + lead.toNanos() - endNanos >= 0
                        || !clocks.wall().instant().isBefore(expiresAt.minus(lead)));
    }
}
