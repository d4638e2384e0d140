package io.geminigateway.benchmarks.compare;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;

/// A mock in this process: whole answers are its [MockServer]'s, streams its own.
abstract sealed class LocalMock implements Mock permits PacedMock, FaultyMock, SilentMock {
    private final MockServer server;

    LocalMock(Link link, Certificate certificate) {
        server = new MockServer(link, certificate, this::stream);
    }

    /// The request for a stream has come in whole.
    abstract void stream(HttpServerRequest request);

    /// Before a whole answer.
    void pause(Duration time) {
        server.pause(time);
    }

    Vertx vertx() {
        return server.vertx();
    }

    @Override
    public final int port() {
        return server.port();
    }

    @Override
    public final List<Process> processes() {
        return List.of();
    }

    @Override
    public final List<String> connections() {
        return server.connections();
    }

    @Override
    public final void close() {
        server.close();
    }
}
