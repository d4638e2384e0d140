package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadOfLineTest {
    /// Connections are dealt out to the event loops in turn: with so many, some share the large one's.
    private static final int SMALL_CLIENTS = 4 * Runtime.getRuntime().availableProcessors();

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 20_000_000})
    void smallRequestsOvertakeALargeOneThatIsStillComingIn(int size) throws Exception {
        try (var rig = Rig.withKeys(home, "a");
                var large = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            var request = request(Rig.question("x".repeat(size), false));
            large.getOutputStream().write(request, 0, request.length / 2);

            var answers = IntStream.range(0, SMALL_CLIENTS)
                    .mapToObj(_ -> onItsOwnConnection(rig))
                    .toList();

            assertThat(answers).hasSize(SMALL_CLIENTS).allMatch(body -> body.contains("small"));
            assertThat(rig.google().ledger().entries()).hasSize(SMALL_CLIENTS);

            large.getOutputStream().write(request, request.length / 2, request.length - request.length / 2);

            assertThat(head(large)).startsWith("HTTP/1.1 200");
            assertThat(rig.google().ledger().entries()).hasSize(SMALL_CLIENTS + 1);
        }
    }

    private static String onItsOwnConnection(Rig rig) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(rig.url("/v1/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString(Rig.question("echo: small", false)))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] request(String body) {
        return ("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
