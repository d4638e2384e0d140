package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Begins streams and does not end them, and notices when it is left. One stream at a time.
final class SilentMock extends LocalMock {
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

    private volatile Visit next = new Visit(Moment.SILENT);

    SilentMock(Link link, Certificate certificate) {
        super(link, certificate);
    }

    /// What happens to the next stream.
    Visit expect(Moment moment) {
        next = new Visit(moment);
        return next;
    }

    @Override
    void stream(HttpServerRequest request) {
        var visit = next;
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        if (visit.moment() != Moment.SILENT) {
            response.write(EventBytes.now(false));
        }
        var timer = visit.moment() == Moment.FLOWING
                ? vertx().setPeriodic(Workload.CANCEL.pace().toMillis(), _ -> response.write(EventBytes.now(false)))
                : -1;
        Runnable leave = () -> {
            visit.left().complete(System.nanoTime());
            vertx().cancelTimer(timer);
        };
        response.closeHandler(_ -> leave.run());
        response.exceptionHandler(_ -> leave.run());
        visit.arrived().complete(null);
    }
}
