package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.relay.Serving;
import io.geminigateway.telemetry.RouteMeter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One client request while the server has it: the request, its id, and what the access log will say of it.
/// Lives on one event loop.
final class Visit {
    private final HttpServerRequest request;
    private Head head;
    private final Dialect dialect;
    private final String id;
    private final String route;
    private final VisitMeter meter;
    private final long begun = System.nanoTime();

    private long firstByte;
    private @Nullable String model;
    private boolean streaming;
    private @Nullable Serving serving;
    private @Nullable ErrorType errorType;
    private final List<Runnable> hooks = new ArrayList<>(3);
    private boolean over;
    private long ended;

    Visit(HttpServerRequest request, Head head, Dialect dialect, String id, String route, RouteMeter routeMeter) {
        this.request = request;
        this.head = head;
        this.dialect = dialect;
        this.id = id;
        this.route = route;
        meter = new VisitMeter(this, routeMeter);
    }

    HttpServerRequest request() {
        return request;
    }

    Head head() {
        return head;
    }

    /// Whose key came with the request, by a name for it.
    void admitted(String client) {
        head = head.of(client);
    }

    HttpServerResponse response() {
        return request.response();
    }

    String id() {
        return id;
    }

    String route() {
        return route;
    }

    /// Whose request it is: a name for the key that it came with, empty without one.
    String client() {
        return ClientKeys.nameOf(request);
    }

    /// Runs the hook once the response is complete or the client has left; at once if that is so already.
    void whenOver(Runnable hook) {
        if (over) {
            hook.run();
        } else {
            hooks.add(hook);
        }
    }

    /// The response is complete, or the client has left. Only the first call counts.
    void over() {
        if (!over) {
            over = true;
            ended = System.nanoTime();
            if (!response().ended() && errorType == null) {
                errorType = ErrorType.CLIENT_CLOSED;
            }
            hooks.forEach(Runnable::run);
        }
    }

    boolean isOver() {
        return over;
    }

    /// Notes what is asked for, for the log and the metrics.
    void asksFor(DialectCall call) {
        model = call.model().value();
        streaming = call.streaming();
        meter.asksFor(call);
    }

    VisitMeter meter() {
        return meter;
    }

    void served(Serving serving) {
        this.serving = serving;
    }

    /// Notes the moment of the first content byte.
    void answering() {
        if (firstByte == 0) {
            firstByte = System.nanoTime();
        }
    }

    void failedWith(ErrorType type) {
        errorType = type;
    }

    /// Answers with JSON and ends the visit. Does nothing when the client has left.
    void answer(int status, byte[] json) {
        answer(status, "application/json", json);
    }

    /// The same with any content.
    void answer(int status, String contentType, byte[] body) {
        if (!over && !response().ended()) {
            response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                    .end(Buffers.around(body));
        }
    }

    /// Answers with the failure in the client's dialect. Only before the response has begun.
    void fail(Failure failure) {
        failedWith(failure.type());
        if (over || response().headWritten()) {
            return;
        }
        var error = dialect.error(failure, head);
        error.headers().forEach(response()::putHeader);
        answer(error.status(), error.body());
    }

    /// The status that was sent, or 499 when the client left before any was.
    int status() {
        return response().headWritten() ? response().getStatusCode() : 499;
    }

    @Nullable
    String model() {
        return model;
    }

    boolean streaming() {
        return streaming;
    }

    @Nullable
    Serving serving() {
        return serving;
    }

    @Nullable
    ErrorType errorType() {
        return errorType;
    }

    /// Milliseconds from the request's head to the first content byte, or -1 if none was sent.
    long firstByteMillis() {
        return firstByte == 0 ? -1 : (firstByte - begun) / 1_000_000;
    }

    long millis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /// From the request's head to the first content byte, or -1 if none was sent.
    long firstByteNanos() {
        return firstByte == 0 ? -1 : firstByte - begun;
    }

    /// From the request's head to the end of the visit.
    long nanos() {
        return ended - begun;
    }
}
