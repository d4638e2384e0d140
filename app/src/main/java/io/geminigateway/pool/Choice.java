package io.geminigateway.pool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The pool's answer to an [Ask].
public sealed interface Choice {
    record Chosen(Lease lease) implements Choice {}

    /// Nobody can serve now. `earliestThaw` is when asking again makes sense, null if time alone will not
    /// help; `reason` is what the account that could serve soonest waits for; `detail` is a sentence for
    /// the operator.
    record Exhausted(@Nullable Instant earliestThaw, Reason reason, String detail) implements Choice {}

    enum Reason {
        /// Out of quota per minute, or of a quota that told its delay.
        QUOTA,
        DAILY_QUOTA,
        /// Server errors, timeouts and the like.
        FAILURES,
        /// Credentials were refused; they get one more try.
        AUTH,
        /// No account may use this model.
        MODEL_DENIED,
        /// The model is down or overloaded, whoever asks.
        MODEL,
        /// All wait for a person.
        PARKED,
        /// Some account could serve, but this request has tried it before.
        TRIED,
        NO_ACCOUNTS
    }
}
