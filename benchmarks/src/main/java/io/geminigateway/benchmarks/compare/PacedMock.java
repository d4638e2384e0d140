package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/// Takes its time: streams events at a steady pace, the first at once, and writes the time into each; or gives a whole
/// answer after a pause.
final class PacedMock extends LocalMock {
    private volatile Workload workload = Workload.PACED;

    PacedMock(Link link, Certificate certificate) {
        super(link, certificate);
    }

    @Override
    public void play(Workload next) {
        workload = next;
        pause(next.streaming() ? Duration.ZERO : next.pace());
    }

    @Override
    void stream(HttpServerRequest request) {
        PacedStream.begin(vertx(), request, workload, workload.events());
    }
}
