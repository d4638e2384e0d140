package io.geminigateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import java.time.Duration;
import java.util.ArrayDeque;

/// The door to one endpoint over TLS, on one event loop. A pool by itself opens a connection for everybody
/// who finds none free: a hundred handshakes where one HTTP/2 connection would do for all. So this door
/// lets through as many calls as the connections can carry, and one at a time to make another connection.
/// It stands open once the endpoint has turned out to speak HTTP/1.1 only.
final class StreamGate {
    private final Vertx vertx;
    private final Duration patience;
    private final ArrayDeque<Promise<Void>> waiting = new ArrayDeque<>();
    private long capacity;
    private int inside;
    private boolean growing;
    private boolean multiplexed = true;

    StreamGate(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /// Completes when the call may ask the pool for a connection; whoever was let in says [#settled] when
    /// it has one, and [#left] when it has none or needs it no more.
    Future<Void> enter() {
        if (isOpen()) {
            admit();
            return Future.succeededFuture();
        }
        Promise<Void> turn = Promise.promise();
        waiting.add(turn);
        var timer = vertx.setTimer(patience.toMillis(), _ -> tooLate(turn));
        return turn.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    /// There is a new connection that carries so many calls at once.
    void grown(long streams) {
        capacity += streams;
    }

    void shrunk(long streams) {
        capacity -= streams;
    }

    /// A connection carries one call at a time here: the pool knows best.
    void standOpen() {
        multiplexed = false;
    }

    void settled() {
        growing = false;
        letIn();
    }

    void left() {
        inside--;
        letIn();
    }

    private boolean isOpen() {
        return !multiplexed || inside < capacity || !growing;
    }

    private void admit() {
        growing |= inside >= capacity;
        inside++;
    }

    private void letIn() {
        while (!waiting.isEmpty() && isOpen()) {
            admit();
            waiting.remove().complete();
        }
    }

    private void tooLate(Promise<Void> turn) {
        if (waiting.remove(turn)) {
            turn.fail(new VertxException("no connection in time", true));
        }
    }
}
