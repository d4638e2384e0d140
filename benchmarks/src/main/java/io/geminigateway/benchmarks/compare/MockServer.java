package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The server of the mocks that live in this process: gives whole answers, and leaves streams to who made it. One event
/// loop.
final class MockServer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int port = Port.free();
    private final Consumer<HttpServerRequest> streams;
    private final Buffer answer = Buffer.buffer(Traffic.answer(Mark.CANNED));
    private final Set<HttpConnection> known = new HashSet<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();
    private volatile Duration pause = Duration.ZERO;

    /// `streams` hears of each request for a stream when it has come in whole.
    MockServer(Link link, Certificate certificate, Consumer<HttpServerRequest> streams) {
        this.streams = streams;
        var options = new HttpServerOptions()
                .setHost(Target.HOST)
                .setPort(port)
                .setHttp2RstFloodMaxRstFramePerWindow(Integer.MAX_VALUE); // a crowd that leaves is no attack
        if (link.encrypted()) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(certificate.chain().toString())
                            .setKeyPath(certificate.key().toString()));
        }
        vertx.createHttpServer(options).requestHandler(this::answer).listen().await();
    }

    /// Before a whole answer.
    void pause(Duration time) {
        pause = time;
    }

    private void answer(HttpServerRequest request) {
        var connection = request.connection();
        if (known.add(connection)) {
            connections.add(request.version() == HttpVersion.HTTP_2 ? "h2" : "h1");
            connection.closeHandler(_ -> known.remove(connection));
        }
        if (request.path().endsWith(":streamGenerateContent")) {
            request.endHandler(_ -> streams.accept(request));
        } else {
            request.endHandler(_ -> answerWhole(request));
        }
    }

    private void answerWhole(HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", "application/json");
        if (pause.isZero()) {
            response.end(answer);
        } else {
            vertx.setTimer(pause.toMillis(), _ -> response.end(answer));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    int port() {
        return port;
    }

    List<String> connections() {
        return List.copyOf(connections);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
