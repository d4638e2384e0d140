package io.geminigateway.simulator;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.InstantSource;

/// The way back to the client of one request; it notices when that client leaves, even while nothing is said.
final class Line {
    /// HTTP/2's INTERNAL_ERROR.
    private static final long STREAM_BROKEN = 2;

    private final HttpServerRequest request;
    private final Entry entry;
    private final InstantSource clock;

    Line(HttpServerRequest request, Entry entry, InstantSource clock) {
        this.request = request;
        this.entry = entry;
        this.clock = clock;
        request.response().exceptionHandler(_ -> left());
        request.response().closeHandler(_ -> left());
    }

    HttpServerResponse response() {
        return request.response();
    }

    boolean isOpen() {
        return entry.isRunning();
    }

    void answering(int status) {
        entry.answering(status);
    }

    void sent(int events) {
        entry.sent(events);
    }

    void end() {
        response().end().onComplete(_ -> entry.ended(Entry.End.ANSWERED, clock.instant()), _ -> left());
    }

    /// Closes the connection, or resets the stream, whatever is still missing.
    void cut() {
        entry.ended(Entry.End.CUT_BY_US, clock.instant());
        if (request.version() == HttpVersion.HTTP_2) {
            response().reset(STREAM_BROKEN);
        } else {
            request.connection().close();
        }
    }

    private void left() {
        entry.ended(Entry.End.CLIENT_LEFT, clock.instant());
    }
}
