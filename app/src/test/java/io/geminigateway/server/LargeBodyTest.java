package io.geminigateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.Family;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.relay.Commons;
import io.geminigateway.relay.Relay;
import io.geminigateway.relay.RelaySettings;
import io.geminigateway.telemetry.TestTelemetry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On a server with one event loop.
class LargeBodyTest {
    private static final int SMALL_REQUESTS = 20;
    private static final int LARGE = 256 << 10;

    private final CountDownLatch translating = new CountDownLatch(1);
    private final CountDownLatch translated = new CountDownLatch(1);
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server = server();

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 20_000_000})
    void smallRequestsAreAnsweredWhileALargeOneIsTranslated(int size) throws Exception {
        var large = ask(size);
        assertThat(translating.await(30, TimeUnit.SECONDS)).isTrue();

        var small = Stream.generate(() -> ask(100)).limit(SMALL_REQUESTS).toList();
        var answers = small.stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsOnly("read 100").hasSize(SMALL_REQUESTS);
        assertThat(large).isNotDone();

        translated.countDown();

        assertThat(large.get(30, TimeUnit.SECONDS)).isEqualTo("read " + size);
    }

    @AfterEach
    void close() {
        translated.countDown();
        http.close();
        vertx.close().await();
    }

    private CompletableFuture<String> ask(int size) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/v1/chat/completions".formatted(server.port())))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private Server server() {
        var clock = InstantSource.system();
        var pool = new Pool(PoolSettings.standard(), clock, () -> new Random(7), PoolListener.silent());
        var commons = Commons.of(pool, RelaySettings.DEFAULT, clock);
        var dialect = new HeldUp();
        var telemetry = TestTelemetry.fresh();
        return new Server(vertx, ServerSettings.on("127.0.0.1", 0, List.of()), List.of(dialect), clock, telemetry)
                .start(
                        1,
                        (loop, routes) -> routes.post(
                                "/chat/completions",
                                dialect,
                                new Relay(
                                        loop,
                                        commons,
                                        (_, _, _) -> {
                                            throw new IllegalStateException("nothing gets as far as Google");
                                        },
                                        new Random(7))))
                .await();
    }

    /// Translates a large request for as long as the test likes, and refuses every one with the size of its body.
    private final class HeldUp implements Dialect {
        @Override
        public Family family() {
            return Family.OPENAI;
        }

        @Override
        public DialectCall read(Inbound request) {
            if (request.body().length > LARGE) {
                translating.countDown();
                try {
                    translated.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            throw new GatewayException(new Failure.InvalidRequest("read " + request.body().length));
        }

        @Override
        public ErrorAnswer error(Failure failure) {
            return new ErrorAnswer(400, Map.of(), failure.message().getBytes(StandardCharsets.UTF_8));
        }
    }
}
