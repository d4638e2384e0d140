package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Streams like [PacedMock], but out of a hundred it refuses ten for their rate (with a second's rest), fails five, and
/// cuts two, after any number of events.
final class FaultyMock extends LocalMock {
    private static final double LIMITED = 0.10;
    private static final double FAILED = 0.05;
    private static final double CUT = 0.02;

    private static final String REFUSAL = """
            {"error": {"code": 429, "message": "Resource has been exhausted (e.g. check quota).", \
            "status": "RESOURCE_EXHAUSTED", "details": [{"@type": "type.googleapis.com/google.rpc.RetryInfo", \
            "retryDelay": "1s"}]}}""";
    private static final String FAULT = """
            {"error": {"code": 503, "message": "The service is currently unavailable.", "status": "UNAVAILABLE"}}""";

    private final Random random;
    private final AtomicLong attempts = new AtomicLong();

    FaultyMock(Link link, Certificate certificate, Random random) {
        super(link, certificate);
        this.random = random;
    }

    /// How many streams it was asked for so far.
    long attempts() {
        return attempts.get();
    }

    @Override
    void stream(HttpServerRequest request) {
        attempts.incrementAndGet();
        var fate = random.nextDouble();
        if (fate < LIMITED) {
            refuse(request.response(), 429, REFUSAL);
        } else if (fate < LIMITED + FAILED) {
            refuse(request.response(), 503, FAULT);
        } else {
            var events = Workload.FAULTS.events();
            var cut = fate < LIMITED + FAILED + CUT;
            PacedStream.begin(vertx(), request, Workload.FAULTS, cut ? random.nextInt(events) : events);
        }
    }

    private static void refuse(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }
}
