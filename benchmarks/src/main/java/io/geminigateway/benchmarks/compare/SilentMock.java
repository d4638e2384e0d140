package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Begins streams and does not end them, and notices when it is left. One stream at a time.
final class SilentMock implements Mock {
    /// How far a stream gets.
    enum Moment {
        SILENT("before the first event"),
        STALLED("after the first event"),
        FLOWING("while events flow");

        private final String title;

        Moment(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// One stream: when it was asked for, and when it was left, by [System#nanoTime].
    record Visit(Moment moment, CompletableFuture<@Nullable Void> arrived, CompletableFuture<Long> left) {
        Visit(Moment moment) {
            this(moment, new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    private final MockServer server;
    private volatile Visit next = new Visit(Moment.SILENT);

    SilentMock(Link link, Certificate certificate) {
        server = new MockServer(link, certificate, this::stream);
    }

    /// What happens to the next stream.
    Visit expect(Moment moment) {
        next = new Visit(moment);
        return next;
    }

    private void stream(HttpServerRequest request) {
        var visit = next;
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        if (visit.moment() != Moment.SILENT) {
            response.write(EventBytes.now(false));
        }
        var timer = visit.moment() == Moment.FLOWING
                ? server.vertx()
                        .setPeriodic(Workload.CANCEL.pace().toMillis(), _ -> response.write(EventBytes.now(false)))
                : -1;
        Runnable leave = () -> {
            visit.left().complete(System.nanoTime());
            server.vertx().cancelTimer(timer);
        };
        response.closeHandler(_ -> leave.run());
        response.exceptionHandler(_ -> leave.run());
        visit.arrived().complete(null);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public List<Process> processes() {
        return List.of();
    }

    @Override
    public List<String> connections() {
        return server.connections();
    }

    @Override
    public void close() {
        server.close();
    }
}
