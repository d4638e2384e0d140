package io.geminigateway.benchmarks.pool;

import io.geminigateway.pool.Outcome;

/// How a call ends: `after` so many seconds, with such an outcome; its first event comes after `first`
/// seconds, which is negative if there is none. A `refused` request is at fault itself.
record Reply(double after, double first, Outcome outcome, boolean refused) {
    boolean answers() {
        return first >= 0;
    }
}
