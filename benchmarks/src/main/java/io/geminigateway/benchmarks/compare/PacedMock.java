package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes its time: streams events at a steady pace, the first at once, and writes the time into each; or gives a whole
/// answer after a pause.
final class PacedMock implements Mock {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int port = Port.free();
    private final Workload workload;
    private final Buffer answer = Buffer.buffer(Traffic.answer(Mark.CANNED));
    private final byte[] event = eventBytes(false);
    private final byte[] lastEvent = eventBytes(true);
    private final int sign = Mark.signIn(event);
    private final Set<HttpConnection> known = new HashSet<>();
    private final List<String> connections = new CopyOnWriteArrayList<>();

    PacedMock(Scenario scenario, Certificate certificate) {
        workload = scenario.workload();
        var options = new HttpServerOptions().setHost(Target.HOST).setPort(port);
        if (scenario.link().encrypted()) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(certificate.chain().toString())
                            .setKeyPath(certificate.key().toString()));
        }
        vertx.createHttpServer(options).requestHandler(this::answer).listen().await();
    }

    private void answer(HttpServerRequest request) {
        var connection = request.connection();
        if (known.add(connection)) {
            connections.add(request.version() == HttpVersion.HTTP_2 ? "h2" : "h1");
            connection.closeHandler(_ -> known.remove(connection));
        }
        var response = request.response();
        if (workload.streaming()) {
            response.setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.endHandler(_ -> new Stream(response).begin());
        } else {
            response.putHeader("Content-Type", "application/json");
            request.endHandler(_ -> vertx.setTimer(workload.pace().toMillis(), _ -> response.end(answer)));
        }
    }

    private static byte[] eventBytes(boolean last) {
        return Traffic.event(Mark.CANNED, last).getBytes(StandardCharsets.UTF_8);
    }

    private final class Stream {
        private final HttpServerResponse response;
        private int written;
        private long timer;

        private Stream(HttpServerResponse response) {
            this.response = response;
        }

        private void begin() {
            timer = vertx.setPeriodic(workload.pace().toMillis(), _ -> write());
            response.closeHandler(_ -> vertx.cancelTimer(timer));
            write();
        }

        private void write() {
            var bytes = (++written == workload.events() ? lastEvent : event).clone();
            Mark.stamp(bytes, sign, System.nanoTime());
            if (written == workload.events()) {
                vertx.cancelTimer(timer);
                response.end(Buffer.buffer(bytes));
            } else {
                response.write(Buffer.buffer(bytes));
            }
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<Process> processes() {
        return List.of();
    }

    @Override
    public List<String> connections() {
        return List.copyOf(connections);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
