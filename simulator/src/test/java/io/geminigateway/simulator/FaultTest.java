package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.streamedText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada =
            google.account("ada").answers("One two three four five six seven eight nine ten.");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void reactionsComeInTheirOrderAndThenTheDefault() {
        ada.next(Reaction.text("first"), Reaction.failure(GoogleError.OVERLOADED_503));

        assertThat(say("hi")).isEqualTo("first");
        assertThat(client.send(client.stream(ada, "hi")).statusCode()).isEqualTo(503);
        assertThat(say("hi")).startsWith("One two");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 400})
    void aCutComesAfterExactlySoManyBytes(int bytes) {
        ada.always(Reaction.ordinary().cutAfter(bytes));

        assertThat(receivedBeforeFailure(client.stream(ada, "hi"))).isEqualTo(bytes);
        assertThat(ended(Entry.End.CUT_BY_US)).isEqualTo(1);
    }

    @Test
    void aWholeAnswerCanBeCutToo() {
        ada.always(Reaction.ordinary().cutAfter(7));

        assertThat(receivedBeforeFailure(client.generate(ada, contents("hi")))).isEqualTo(7);
    }

    @Test
    void aCleanEndLooksLikeAWholeBody() {
        ada.always(Reaction.ordinary().endedAfter(100));

        assertThat(client.send(client.stream(ada, "hi")).body()).hasSize(100);
        assertThat(client.send(client.generate(ada, contents("hi"))).body()).hasSize(100);
    }

    @Test
    void slicesMakeTheSameBody() {
        ada.next(Reaction.text("Grüße an alle!").slicedInto(1));

        assertThat(streamedText(client.send(client.stream(ada, "hi")).body())).isEqualTo("Grüße an alle!");
    }

    @Test
    void evenALongBodyCanBeSliced() {
        ada.next(Reaction.text("x".repeat(50_000)).slicedInto(1));

        assertThat(client.send(client.generate(ada, contents("hi"))).body()).contains("x".repeat(50_000));
    }

    @Test
    void aResetIsNoAnswerAtAll() {
        ada.next(Reaction.reset());

        assertThatThrownBy(() -> client.http().send(client.stream(ada, "hi"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(ended(Entry.End.CUT_BY_US)).isEqualTo(1);
    }

    @Test
    void silenceNoticesAClientThatLeaves() {
        ada.next(Reaction.silence());
        var waiting = client.http().sendAsync(client.stream(ada, "hi"), BodyHandlers.ofString());
        google.ledger().await(entry -> entry.kind() == Entry.Kind.STREAM, SOON);

        var left = Instant.now();
        client.http().shutdownNow();
        assertThat(waiting).failsWithin(SOON);

        var entry = google.ledger().await(seen -> seen.end() == Entry.End.CLIENT_LEFT, SOON);
        assertThat(entry.endedAt().orElseThrow()).isBetween(left.minusMillis(1), left.plusMillis(100));
        assertThat(entry.status()).isZero();
    }

    @Test
    void silenceAfterSomeEventsKeepsTheLineOpen() throws IOException {
        ada.next(Reaction.silenceAfter(2));

        try (var body = client.open(client.stream(ada, "hi")).body()) {
            assertThat(firstLine(body)).startsWith("data: ");
            var entry = google.ledger().await(seen -> seen.eventsSent() == 2, SOON);
            assertThat(entry.end()).isEqualTo(Entry.End.RUNNING);
        }

        google.ledger().await(seen -> seen.end() == Entry.End.CLIENT_LEFT, SOON);
    }

    @Test
    void eventsKeepTheirPace() {
        ada.next(Reaction.text("a b c d e f g h i").after(Duration.ofMillis(50)).paced(Duration.ofMillis(50)));

        var start = System.nanoTime();
        client.send(client.stream(ada, "hi"));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(2));
    }

    @Test
    void anAccountHasItsOwnPace() {
        ada.latency(Duration.ofMillis(80)).betweenEvents(Duration.ofMillis(40));

        var start = System.nanoTime();
        client.send(client.stream(ada, "hi"));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(160), Duration.ofSeconds(2));
    }

    @Test
    void aReaderThatStopsStopsTheWriter() throws IOException {
        ada.next(Reaction.endless(Reaction.Endless.Of.EVENTS));

        try (var body = client.open(client.stream(ada, "hi")).body()) {
            assertThat(firstLine(body)).startsWith("data: ");
            var entry = google.ledger().entries().getFirst();
            assertThat(settled(entry)).isGreaterThan(1).isLessThan(500_000);
        }

        google.ledger().await(seen -> seen.end() == Entry.End.CLIENT_LEFT, SOON);
    }

    @Test
    void chunksAreReplayedLetterForLetter() {
        ada.always(Reaction.chunks(List.of("{\"a\": 1}", "{\n\"b\": 2}")));

        assertThat(client.send(client.stream(ada, "hi")).body())
                .isEqualTo("data: {\"a\": 1}\r\n\r\ndata: {\ndata: \"b\": 2}\r\n\r\n");
        assertThat(client.send(client.generate(ada, contents("hi"))).body()).isEqualTo("{\"a\": 1}\n");
    }

    @Test
    void rawBytesMayBeAnything() {
        ada.next(Reaction.raw(200, "text/event-stream", "data: nonsense"), Reaction.error(502, "<html>"));

        assertThat(client.send(client.stream(ada, "hi")).body()).isEqualTo("data: nonsense");
        assertThat(client.send(client.stream(ada, "hi")).headers().firstValue("content-type"))
                .contains("text/html; charset=UTF-8");
    }

    @Test
    void aRedirectPointsElsewhere() {
        ada.next(Reaction.redirect(URI.create("https://elsewhere.example/")));

        var response = client.send(client.stream(ada, "hi"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("location")).contains("https://elsewhere.example/");
    }

    @Test
    void aGzipBombIsSmallUntilUnpacked() throws IOException {
        ada.next(Reaction.gzipBomb(20_000_000));

        var packed = client.open(client.stream(ada, "hi")).body().readAllBytes();

        assertThat(packed).hasSizeLessThan(100_000);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(gzip.skip(30_000_000)).isEqualTo(20_000_000);
        }
    }

    /// Counts as it goes: the client's input stream forgets what it has when the connection breaks.
    private int receivedBeforeFailure(HttpRequest request) {
        var received = new AtomicInteger();
        var counting =
                BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(some -> received.addAndGet(some.length)));
        assertThatThrownBy(() -> client.http().send(request, counting)).isInstanceOf(IOException.class);
        return received.get();
    }

    private String say(String text) {
        return streamedText(client.send(client.stream(ada, text)).body());
    }

    private long ended(Entry.End how) {
        google.ledger().await(entry -> entry.end() == how, SOON);
        return google.ledger().count(entry -> entry.end() == how);
    }

    /// Events sent, once no more are.
    private static int settled(Entry entry) {
        var before = -1;
        while (before != entry.eventsSent()) {
            before = entry.eventsSent();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return before;
    }

    private static String firstLine(InputStream body) throws IOException {
        var line = new StringBuilder();
        for (var read = body.read(); read != '\n'; read = body.read()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
