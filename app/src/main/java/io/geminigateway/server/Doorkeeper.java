package io.geminigateway.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts who is inside, so that the gateway can close without cutting anybody off. Shared by all event loops;
/// thread-safe.
final class Doorkeeper {
    private final AtomicInteger inside = new AtomicInteger();
    private final BodyBudget bodies;
    private final Promise<Void> emptied = Promise.promise();
    private volatile boolean closing;

    Doorkeeper(BodyBudget bodies) {
        this.bodies = bodies;
    }

    BodyBudget bodies() {
        return bodies;
    }

    void enter() {
        inside.incrementAndGet();
    }

    void leave() {
        if (inside.decrementAndGet() == 0 && closing) {
            emptied.tryComplete();
        }
    }

    int inside() {
        return inside.get();
    }

    boolean isClosing() {
        return closing;
    }

    /// From now on new work is refused; completes when the last visit is over.
    Future<Void> close() {
        closing = true;
        if (inside.get() == 0) {
            emptied.tryComplete();
        }
        return emptied.future();
    }
}
