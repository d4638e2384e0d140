package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that nobody would hold in memory, in front of a Google that reads them when a test lets it.
class LargeFilesTest {
    private static final long LARGE = 96L << 20;

    @TempDir
    private Path home;

    private final CountDownLatch reading = new CountDownLatch(1);
    private final AtomicLong arrived = new AtomicLong();
    private final CountDownLatch cut = new CountDownLatch(1);
    private HttpServer google;
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        google = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        google.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        google.createContext("/", this::answer);
        google.start();
        var base = "http://127.0.0.1:" + google.getAddress().getPort();
        rig = Rig.with(
                home,
                Simulator.start(),
                Map.of("a.json", "{\"type\":\"api_key\",\"key\":\"k\"}"),
                Map.of("GEMINI_API_ENDPOINT", base));
    }

    @AfterEach
    void stop() {
        reading.countDown();
        rig.close();
        google.stop(0);
    }

    @Test
    void anUploadMovesNoFasterThanGoogleTakesIt() {
        var sent = new AtomicLong();
        var upload = rig.http()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(begun()))
                                .header("x-goog-upload-command", "upload, finalize")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(LARGE, sent)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        Rig.until(() -> sent.get() > 0 && standsStill(sent));
        assertThat(sent).hasValueLessThan(LARGE / 2);
        reading.countDown();

        assertThat(upload.join().statusCode()).isEqualTo(200);
        assertThat(arrived).hasValue(LARGE);
    }

    @Test
    void whoLeavesAmidAnUploadEndsItAtGoogleToo() throws Exception {
        reading.countDown();
        var address = URI.create(begun());

        try (var client = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            var head = "POST %s?%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
                    .formatted(address.getRawPath(), address.getRawQuery(), LARGE);
            client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().write(new byte[1 << 20]);
            client.getOutputStream().flush();
            Rig.until(() -> arrived.get() > 0);
        }

        Rig.until(() -> cut.getCount() == 0);
        assertThat(arrived).hasValueLessThan(LARGE);
    }

    @Test
    void aDownloadArrivesWhole() throws Exception {
        reading.countDown();
        var upload = HttpRequest.newBuilder(URI.create(begun()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10]))
                .build();
        var name = new JsonObject(rig.send(upload).body()).getJsonObject("file").getString("name");

        var request = HttpRequest.newBuilder(rig.url("/v1beta/%s:download?alt=media".formatted(name)))
                .build();
        var answer = rig.http().send(request, HttpResponse.BodyHandlers.ofInputStream());

        try (var body = answer.body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE);
        }
        assertThat(answer.headers().firstValue("content-type")).hasValue("video/mp4");
    }

    /// Where an upload goes on.
    private String begun() {
        var started = rig.post(
                "/upload/v1beta/files", "{}", "x-goog-upload-protocol", "resumable", "x-goog-upload-command", "start");
        return started.headers().firstValue("x-goog-upload-url").orElseThrow();
    }

    private static boolean standsStill(AtomicLong counter) {
        try {
            var before = counter.get();
            Thread.sleep(300);
            return counter.get() == before;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith(":download")) {
            exchange.getResponseHeaders().add("content-type", "video/mp4");
            exchange.sendResponseHeaders(200, LARGE);
            new Zeros(LARGE, new AtomicLong()).transferTo(exchange.getResponseBody());
            exchange.close();
        } else if (exchange.getRequestURI().getQuery() == null) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("x-goog-upload-url", "https://google.example/upload/v1beta/files?upload_id=1");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        } else {
            take(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (var body = exchange.getRequestBody()) {
            reading.await();
            var buffer = new byte[64 << 10];
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                arrived.addAndGet(read);
            }
        } catch (IOException broken) {
            cut.countDown();
            throw broken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        var file = "{\"file\":{\"name\":\"files/f\",\"expirationTime\":\"2100-01-01T00:00:00Z\"}}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
        exchange.close();
    }

    /// So many zeros, made as they are read.
    private static final class Zeros extends InputStream {
        private final AtomicLong counter;
        private long left;

        private Zeros(long size, AtomicLong counter) {
            left = size;
            this.counter = counter;
        }

        @Override
        public int read() {
            throw new UncheckedIOException(new IOException("nobody reads single bytes"));
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            var count = (int) Math.min(length, left);
            left -= count;
            counter.addAndGet(count);
            return count;
        }
    }
}
