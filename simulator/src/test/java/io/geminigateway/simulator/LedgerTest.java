package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Simulator google = Simulator.start(SimulatorOptions.defaults().remembering(2));
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void itTellsWhatWasAskedAndHowItWent() {
        client.send(client.stream(ada, "echo: one two three four five"));

        var entry = google.ledger().await(seen -> seen.end() == Entry.End.ANSWERED, SOON);
        assertThat(entry.toString())
                .isEqualTo("STREAM POST /v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse"
                        + " account=ada status=200 events=2 ANSWERED");
        assertThat(entry.header("X-Goog-Api-Key")).contains(ada.key());
        assertThat(entry.body()).isEqualTo(contents("echo: one two three four five"));
        assertThat(entry.endedAt().orElseThrow()).isAfterOrEqualTo(entry.arrived());
    }

    @Test
    void itForgetsTheOldestFirst() {
        client.refresh("1//first");
        client.refresh("1//second");
        client.refresh("1//third");

        assertThat(google.ledger().entries()).extracting(Entry::body).noneMatch(body -> body.contains("first"));
        assertThat(google.ledger().count(entry -> entry.kind() == Entry.Kind.TOKEN_REFRESH))
                .isEqualTo(2);
    }

    @Test
    void whoWaitsInVainIsToldWhatThereIs() {
        client.token(Map.of("grant_type", "password"));

        assertThatThrownBy(
                        () -> google.ledger().await(entry -> entry.kind() == Entry.Kind.STREAM, Duration.ofMillis(20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OTHER POST /oauth/token");
    }

    @Test
    void itCanStartAfresh() {
        client.send(client.stream(ada, "hi"));

        google.ledger().clear();

        assertThat(google.ledger().entries()).isEmpty();
    }
}
