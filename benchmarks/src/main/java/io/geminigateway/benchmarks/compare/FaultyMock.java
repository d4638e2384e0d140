package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Streams like [PacedMock], but out of a hundred it refuses ten for their rate (with a second's rest), fails five, and
/// cuts two, after any number of events.
final class FaultyMock implements Mock {
    private static final double LIMITED = 0.10;
    private static final double FAILED = 0.05;
    private static final double CUT = 0.02;

    private static final String REFUSAL = """
            {"error": {"code": 429, "message": "Resource has been exhausted (e.g. check quota).", \
            "status": "RESOURCE_EXHAUSTED", "details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", \
            "retryDelay": "1s"}]}}""";
    private static final String FAULT = """
            {"error": {"code": 503, "message": "The service is currently unavailable.", "status": "UNAVAILABLE"}}""";

    private final MockServer server;
    private final Random random;
    private final AtomicLong attempts = new AtomicLong();

    FaultyMock(Link link, Certificate certificate, Random random) {
        this.random = random;
        server = new MockServer(link, certificate, this::stream);
    }

    /// How many streams it was asked for so far.
    long attempts() {
        return attempts.get();
    }

    private void stream(HttpServerRequest request) {
        attempts.incrementAndGet();
        var fate = random.nextDouble();
        if (fate < LIMITED) {
            refuse(request.response(), 429, REFUSAL);
        } else if (fate < LIMITED + FAILED) {
            refuse(request.response(), 503, FAULT);
        } else {
            var events = Workload.FAULTS.events();
            var cut = fate < LIMITED + FAILED + CUT;
            new Stream(request, cut ? random.nextInt(events) : events).begin();
        }
    }

    private static void refuse(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    private final class Stream {
        private final HttpServerResponse response;
        private final int allowed;
        private int written;
        private long timer;

        private Stream(HttpServerRequest request, int allowed) {
            this.response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            this.allowed = allowed;
        }

        private void begin() {
            timer = server.vertx().setPeriodic(Workload.FAULTS.pace().toMillis(), _ -> go());
            response.closeHandler(_ -> server.vertx().cancelTimer(timer));
            response.exceptionHandler(_ -> server.vertx().cancelTimer(timer));
            go();
        }

        private void go() {
            if (written == allowed) {
                server.vertx().cancelTimer(timer);
                cut();
            } else if (++written == Workload.FAULTS.events()) {
                server.vertx().cancelTimer(timer);
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
