package io.geminigateway.server;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of request bodies may lie in memory at once, over all event loops. Thread-safe.
final class BodyBudget {
    private final long limit;
    private final AtomicLong held = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /// Takes so many bytes, or none and says no.
    boolean take(long bytes) {
        if (held.addAndGet(bytes) > limit) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
