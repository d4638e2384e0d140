package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;
import java.util.Set;

/// A way to choose the account for a request.
interface Balancer {
    Decision choose(Request request, Set<SimulatedAccount> tried);

    /// Whether the model seems to be down, whoever asks.
    default boolean down(int model) {
        return false;
    }

    sealed interface Decision {
        record Use(SimulatedAccount account, Report report) implements Decision {}

        /// Nobody: asking again makes sense at this time. `retried` if only accounts that were tried
        /// before are left.
        record Nobody(double until, boolean retried) implements Decision {}

        static Decision never() {
            return new Nobody(Double.POSITIVE_INFINITY, false);
        }
    }

    /// Hears how the call went.
    interface Report {
        default void firstEvent(double seconds) {}

        void end(Outcome outcome);
    }
}
