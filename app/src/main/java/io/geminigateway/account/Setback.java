package io.geminigateway.account;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why an account's last refresh failed, and how long nobody should try another. Guarded by its owner.
final class Setback {
    private final Clocks clocks;
    private final Jitter jitter;

    private @Nullable CredentialException reason;
    private int failures;
    private long ends;

    Setback(Clocks clocks, Jitter jitter) {
        this.clocks = clocks;
        this.jitter = jitter;
    }

    /// The reason, while it is in force. A rejection is for ever: asking again would change nothing.
    Optional<CredentialException> inForce() {
        return Optional.ofNullable(reason)
                .filter(known -> known.kind() == CredentialException.Kind.REJECTED || clocks.nanos() - ends < 0);
    }

    /// The pause from now on; zero if there will be no other try.
    Duration suffered(CredentialException newReason) {
        reason = newReason;
        failures++;
        var pause = jitter.pauseAfter(failures);
        ends = clocks.nanos() + pause.toNanos();
        return newReason.kind() == CredentialException.Kind.REJECTED ? Duration.ZERO : pause;
    }

    void overcome() {
        reason = null;
        failures = 0;
    }
}
