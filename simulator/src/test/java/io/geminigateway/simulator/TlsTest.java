package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.streamedText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TlsTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void alpnChoosesHttp2() {
        var response = client.send(request(HttpClient.Version.HTTP_2));

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(streamedText(response.body())).isEqualTo("one two three four five");
        assertThat(google.ledger().entries().getFirst().protocol()).isEqualTo("HTTP/2");
    }

    @Test
    void http1WorksOverTlsToo() {
        var response = client.send(request(HttpClient.Version.HTTP_1_1));

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(google.ledger().entries().getFirst().protocol()).isEqualTo("HTTP/1.1");
    }

    @Test
    void aCutResetsOnlyItsStream() {
        ada.next(Reaction.ordinary().cutAfter(10));

        assertThatThrownBy(() -> client.http().send(request(HttpClient.Version.HTTP_2), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(client.send(request(HttpClient.Version.HTTP_2)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCancelledStreamIsAClientThatLeft() {
        ada.next(Reaction.silence());
        var waiting = client.http().sendAsync(request(HttpClient.Version.HTTP_2), BodyHandlers.ofString());
        google.ledger().await(entry -> entry.kind() == Entry.Kind.STREAM, Duration.ofSeconds(5));

        client.http().shutdownNow();
        assertThat(waiting).failsWithin(Duration.ofSeconds(5));

        google.ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(5));
    }

    @Test
    void theAuthorityLeavesWithTheSimulator() {
        var other = Simulator.start();
        assertThat(other.caFile()).exists();

        other.close();

        assertThat(Files.exists(other.caFile())).isFalse();
    }

    private HttpRequest request(HttpClient.Version version) {
        var path = "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse";
        return Client.posting(
                HttpRequest.newBuilder(URI.create(google.https() + path))
                        .version(version)
                        .header("x-goog-api-key", ada.key()),
                contents("echo: one two three four five"));
    }
}
