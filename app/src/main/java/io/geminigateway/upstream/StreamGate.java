package io.geminigateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import java.time.Duration;
import java.util.ArrayDeque;

/// The door to one endpoint over TLS, on one event loop. A pool by itself opens a connection for everybody
/// who finds none free: a hundred handshakes where one HTTP/2 connection would do for all. So this door
/// lets through as many calls as the connections can carry, and as many to make further connections as
/// those who wait will fill; the first one by itself, to learn how many that is. It stands open once the endpoint has
/// turned out to speak HTTP/1.1 only.
final class StreamGate {
    /// Handshakes are dear to both sides.
    private static final int OPENING_AT_MOST = 8;

    private final Vertx vertx;
    private final Duration patience;
    private final ArrayDeque<Promise<Boolean>> waiting = new ArrayDeque<>();
    private long capacity;
    private long streamsOfEach;
    private int inside;
    private int opening;
    private boolean multiplexed = true;

    StreamGate(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /// Completes when the call may ask the pool for a connection, and tells whether that makes a new one. Whoever was
    /// let in repeats that to [#settled] when it has one or gets none, and says [#left] when it needs it no more.
    Future<Boolean> enter() {
        if (waiting.isEmpty() && isOpen()) {
            return Future.succeededFuture(admit());
        }
        Promise<Boolean> turn = Promise.promise();
        waiting.add(turn);
        letIn();
        if (turn.future().isComplete()) {
            return turn.future();
        }
        var timer = vertx.setTimer(patience.toMillis(), _ -> tooLate(turn));
        return turn.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    /// There is a new connection that carries so many calls at once.
    void grown(long streams) {
        capacity += streams;
        streamsOfEach = streams;
    }

    void shrunk(long streams) {
        capacity -= streams;
    }

    /// A connection carries one call at a time here: the pool knows best.
    void standOpen() {
        multiplexed = false;
    }

    void settled(boolean opens) {
        if (opens) {
            opening--;
        }
        letIn();
    }

    void left() {
        inside--;
        letIn();
    }

    private boolean isOpen() {
        return !multiplexed || inside < capacity || mayGrow();
    }

    private boolean mayGrow() {
        return opening == 0
                || (opening < OPENING_AT_MOST && streamsOfEach > 0 && waiting.size() > opening * (streamsOfEach - 1));
    }

    private boolean admit() {
        var opens = multiplexed && inside >= capacity;
        if (opens) {
            opening++;
        }
        inside++;
        return opens;
    }

    private void letIn() {
        while (!waiting.isEmpty() && isOpen()) {
            waiting.remove().complete(admit());
        }
    }

    private void tooLate(Promise<Boolean> turn) {
        if (waiting.remove(turn)) {
            turn.fail(new VertxException("no connection in time", true));
        }
    }
}
