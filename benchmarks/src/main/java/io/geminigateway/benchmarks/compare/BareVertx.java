package io.geminigateway.benchmarks.compare;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.List;

/// The least that a gateway on this stack can cost: hands each request on to the mock as it is, and its answer back as
/// it comes. It reads and translates nothing, has no accounts, no limits and no log, and gives up at the first fault.
///
/// A program of its own: `BareVertx PORT MOCKS-PORT [CERTIFICATE]`; with a certificate it speaks HTTP/2 over TLS.
final class BareVertx {
    private static final int STREAM_WINDOW = 256 * 1024;

    private final int mock;
    private final boolean encrypted;
    private final HttpClient client;

    private BareVertx(Vertx vertx, int mock, List<String> certificate) {
        this.mock = mock;
        this.encrypted = !certificate.isEmpty();
        var options = new HttpClientOptions().setTcpNoDelay(true);
        if (encrypted) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setSsl(true)
                    .setHttp2ConnectionWindowSize(128 * STREAM_WINDOW)
                    .setTrustOptions(new PemTrustOptions().addCertPath(certificate.getFirst()));
            options.getInitialSettings().setInitialWindowSize(STREAM_WINDOW);
        }
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(16_384));
    }

    public static void main(String[] arguments) {
        var words = List.of(arguments);
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.runOnContext(_ -> {
            var bare = new BareVertx(vertx, Integer.parseInt(words.get(1)), words.subList(2, words.size()));
            vertx.createHttpServer()
                    .requestHandler(bare::handOn)
                    .listen(Integer.parseInt(words.getFirst()), Target.HOST);
        });
    }

    private void handOn(HttpServerRequest request) {
        request.body().compose(body -> ask(request, body)).onSuccess(answer -> handBack(answer, request));
    }

    private Future<HttpClientResponse> ask(HttpServerRequest request, Buffer body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(Target.HOST)
                .setPort(mock)
                .setSsl(encrypted)
                .setURI(request.uri());
        return client.request(options)
                .compose(asked ->
                        asked.putHeader("Content-Type", "application/json").send(body));
    }

    private static void handBack(HttpClientResponse answer, HttpServerRequest request) {
        var response = request.response().putHeader("Content-Type", answer.getHeader("Content-Type"));
        if (request.uri().endsWith("sse")) {
            response.setChunked(true);
            answer.handler(response::write).endHandler(_ -> response.end());
        } else {
            answer.body().onSuccess(response::end);
        }
    }
}
