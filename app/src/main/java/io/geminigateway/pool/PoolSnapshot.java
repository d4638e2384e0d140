package io.geminigateway.pool;

import io.geminigateway.account.AccountId;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pool at one moment, for people and dashboards. Two snapshots of an unchanged pool at the same time
/// are equal.
public record PoolSnapshot(Instant at, List<Member> accounts) {
    public PoolSnapshot {
        accounts = List.copyOf(accounts);
    }

    /// How many can serve, now or after a rest: all but those that wait for a person.
    public int usable() {
        return (int) accounts.stream()
                .filter(member -> member.state() != State.PARKED)
                .count();
    }

    /// Standing of an account, or of an account for one model. Exclusive.
    public enum State {
        ACTIVE,
        /// The freeze is over, or may be: one call at a time until one succeeds.
        PROBING,
        FROZEN,
        PARKED
    }

    /// An account. `mean` is the success rate the pool believes in; `freeze` is one of the whole account.
    public record Member(
            AccountId id,
            String file,
            State state,
            double mean,
            int inFlight,
            @Nullable Freeze freeze,
            @Nullable Parked parked,
            List<Arm> models) {
        public Member {
            models = List.copyOf(models);
        }
    }

    public record Parked(Instant since, String cause, String remedy) {}

    /// An account for one model: the posterior is Beta(alpha, beta); `latency` is the typical time to the
    /// first event, null while unknown.
    public record Arm(
            ModelName model,
            State state,
            double alpha,
            double beta,
            int inFlight,
            @Nullable Duration latency,
            @Nullable Freeze freeze) {
        public double mean() {
            return alpha / (alpha + beta);
        }
    }
}
