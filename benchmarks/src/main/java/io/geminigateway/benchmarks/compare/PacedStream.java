package io.geminigateway.benchmarks.compare;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// Events at a workload's steady pace, the first at once; cut off after so many that were allowed, if those are not
/// all.
final class PacedStream {
    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Workload workload;
    private final int allowed;
    private int written;
    private long timer;

    private PacedStream(Vertx vertx, HttpServerRequest request, Workload workload, int allowed) {
        this.vertx = vertx;
        this.response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        this.workload = workload;
        this.allowed = allowed;
    }

    static void begin(Vertx vertx, HttpServerRequest request, Workload workload, int allowed) {
        new PacedStream(vertx, request, workload, allowed).begin();
    }

    private void begin() {
        timer = vertx.setPeriodic(workload.pace().toMillis(), _ -> go());
        response.closeHandler(_ -> vertx.cancelTimer(timer));
        response.exceptionHandler(_ -> vertx.cancelTimer(timer));
        go();
    }

    private void go() {
        if (written == allowed) {
            vertx.cancelTimer(timer);
            cut();
        } else if (++written == workload.events()) {
            vertx.cancelTimer(timer);
            response.end(EventBytes.now(true));
        } else {
            response.write(EventBytes.now(false));
        }
    }

    /// Over HTTP/1.1 the connection with it, over HTTP/2 the stream alone.
    private void cut() {
        var _ = response.reset();
    }
}
