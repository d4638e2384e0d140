package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlameTest {
    @TempDir
    private Path home;

    @Test
    void aClientsMistakesChangeNothingForAnyAccount() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.INVALID_ARGUMENT));
            rig.google().account("b").always(Reaction.failure(GoogleError.INVALID_ARGUMENT));
            rig.ask("hello");
            var before = rig.standing();

            for (var i = 0; i < 200; i++) {
                var answer = rig.ask("hello");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).contains("invalid_request_error");
            }

            assertThat(rig.standing()).isEqualTo(before);
            assertThat(rig.google().ledger().entries()).hasSize(201);
        }
    }

    @Test
    void aMalformedRequestNeverReachesGoogle() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(rig.chat("{").statusCode()).isEqualTo(400);
            assertThat(rig.chat("{\"model\":\"gemini-3.8-flash\"}").statusCode())
                    .isEqualTo(400);
            assertThat(rig.chat("[]").statusCode()).isEqualTo(400);

            assertThat(rig.google().ledger().entries()).isEmpty();
        }
    }

    @Test
    void aPromptThatIsTooLongIsTheClientsMatter() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.CONTEXT_TOO_LONG));
            rig.google().account("b").always(Reaction.failure(GoogleError.CONTEXT_TOO_LONG));

            var answer = rig.stream("hello");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("context_length_exceeded");
            assertThat(rig.google().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void aModelThatStumblesOverItsCallsCostsNoAccountAnything() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var stumble = Reaction.chunks(List.of("{\"candidates\":[{\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]}"));
            rig.google().account("a").always(stumble);
            rig.google().account("b").always(stumble);
            var before = rig.standing();

            for (var i = 0; i < 20; i++) {
                assertThat(rig.stream("hello").statusCode()).isEqualTo(502);
            }

            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    @Test
    void aBadKeyComesAsA400AndIsTheAccountsMatter() {
        try (var rig = Rig.withKeys(home, "bad")) {
            rig.google().account("bad").always(Reaction.failure(GoogleError.API_KEY_INVALID));

            var answer = rig.ask("hello");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("API key not valid");
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleOfAStreamCancelsItAtOnceAndIsForgiven() throws IOException {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").betweenEvents(Duration.ofMillis(20)).answers("word ".repeat(500));
            var before = rig.standing();

            var client = openStream(rig);
            client.getInputStream().readNBytes(600);
            client.close();
            var call =
                    rig.google().ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(2));

            assertThat(call.eventsSent()).isPositive();
            Rig.until(() -> rig.pool().accounts().getFirst().inFlight() == 0);
            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    @Test
    void aClientThatLeavesASilentUpstreamCancelsItWithinAHundredMilliseconds() throws IOException {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").always(Reaction.silence());
            for (var i = 0; i < 5; i++) {
                rig.google().ledger().clear();
                var client = openStream(rig);
                var call = rig.google().ledger().await(entry -> true, Duration.ofSeconds(2));

                client.close();
                var left = System.nanoTime();
                Rig.until(() -> call.end() == Entry.End.CLIENT_LEFT);

                assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void twoHundredAbortsChangeNothing() throws IOException {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.silence());
            rig.google().account("b").always(Reaction.silence());
            var before = rig.standing();

            for (var i = 0; i < 200; i++) {
                openStream(rig).close();
            }
            Rig.until(() ->
                    rig.google().ledger().entries().stream().allMatch(entry -> entry.end() == Entry.End.CLIENT_LEFT));
            Rig.until(() -> rig.pool().accounts().stream().allMatch(member -> member.inFlight() == 0));

            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    private static Socket openStream(Rig rig) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), rig.port());
        var body = Rig.question("hello", true);
        socket.getOutputStream()
                .write(("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
                                + "content-length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
