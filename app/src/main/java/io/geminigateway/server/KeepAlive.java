package io.geminigateway.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Closes connections on which nothing happens: kept open after an answer, or opened and never used. A plain
/// idle timeout would also cut off a request whose answer takes its time. One per event loop.
final class KeepAlive {
    private static final Duration SWEEP = Duration.ofSeconds(10);

    private final Duration limit;
    private final Map<HttpConnection, Use> uses = new HashMap<>();

    private static final class Use {
        private int running;
        private long idleSince = System.nanoTime();
    }

    KeepAlive(Vertx vertx, Duration limit) {
        this.limit = limit;
        vertx.setPeriodic(SWEEP.toMillis(), _ -> sweep());
    }

    void opened(HttpConnection connection) {
        uses.put(connection, new Use());
        connection.closeHandler(_ -> uses.remove(connection));
    }

    void began(HttpConnection connection) {
        var use = uses.get(connection);
        if (use != null) {
            use.running++;
        }
    }

    void ended(HttpConnection connection) {
        var use = uses.get(connection);
        if (use != null) {
            use.running--;
            use.idleSince = System.nanoTime();
        }
    }

    private void sweep() {
        var oldest = System.nanoTime() - limit.toNanos();
        uses.entrySet().stream()
                .filter(entry -> entry.getValue().running == 0 && entry.getValue().idleSince - oldest < 0)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(HttpConnection::close);
    }
}
