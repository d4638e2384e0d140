package io.geminigateway.benchmarks.compare;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;

/// Takes its time: streams events at a steady pace, the first at once, and writes the time into each; or gives a whole
/// answer after a pause.
final class PacedMock implements Mock {
    private final MockServer server;
    private volatile Workload workload = Workload.PACED;

    PacedMock(Link link, Certificate certificate) {
        server = new MockServer(link, certificate, this::stream);
    }

    @Override
    public void play(Workload next) {
        workload = next;
        server.pause(next.streaming() ? Duration.ZERO : next.pace());
    }

    private void stream(HttpServerRequest request) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        new Stream(response, workload).begin();
    }

    private final class Stream {
        private final HttpServerResponse response;
        private final Workload playing;
        private int written;
        private long timer;

        private Stream(HttpServerResponse response, Workload playing) {
            this.response = response;
            this.playing = playing;
        }

        private void begin() {
            timer = server.vertx().setPeriodic(playing.pace().toMillis(), _ -> write());
            response.closeHandler(_ -> server.vertx().cancelTimer(timer));
            write();
        }

        private void write() {
            var last = ++written == playing.events();
            if (last) {
                server.vertx().cancelTimer(timer);
                response.end(EventBytes.now(true));
            } else {
                response.write(EventBytes.now(false));
            }
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
