package io.geminigateway.server;

import io.geminigateway.pool.Pool;
import java.nio.charset.StandardCharsets;

/// Tells supervisors and load balancers how the process is. Alive while it can answer at all: a restart mends neither
/// Google nor an account. Ready while an account can serve, now or after a rest, and no drain runs.
final class HealthEndpoint {
    private static final byte[] ALIVE = json("{\"status\":\"ok\"}");

    private final Pool pool;
    private final Doorkeeper doorkeeper;

    HealthEndpoint(Pool pool, Doorkeeper doorkeeper) {
        this.pool = pool;
        this.doorkeeper = doorkeeper;
    }

    void alive(Visit visit) {
        visit.answer(200, ALIVE);
    }

    void ready(Visit visit) {
        var snapshot = pool.snapshot();
        var usable = snapshot.usable();
        var ready = usable > 0 && !doorkeeper.isClosing();
        var status = doorkeeper.isClosing() ? "draining" : usable > 0 ? "ok" : "no usable account";
        visit.answer(
                ready ? 200 : 503,
                json("{\"status\":\"%s\",\"accounts\":%d,\"usable\":%d}"
                        .formatted(status, snapshot.accounts().size(), usable)));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
