package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Authorization;
import io.geminigateway.account.Backend;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancelTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Rig rig = new Rig();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "false, 2", "true, 2"})
    void googleNoticesAtOnceEvenWhileItIsSilent(boolean tls, int eventsBefore) {
        if (tls) {
            rig.overTls();
        }
        assertThat(rig.stream().failure()).isEqualTo("ended"); // warm
        rig.google.ledger().clear();
        rig.ada.next(eventsBefore == 0 ? Reaction.silence() : Reaction.silenceAfter(eventsBefore));
        var exchange = rig.send(rig.keyAccount(), true, heard);
        rig.google.ledger().await(entry -> entry.eventsSent() == eventsBefore, SOON);

        var cancelled = Instant.now();
        rig.onLoop(exchange::cancel);

        var left = rig.google.ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, SOON);
        assertThat(Duration.between(cancelled, left.endedAt().orElseThrow())).isLessThan(Duration.ofMillis(500));
        assertThat(heard.isOver()).isFalse();
    }

    @Test
    void theSinkHearsNothingMoreThoughMoreHasBeenRead() {
        rig.ada.next(Reaction.text("a b c d e f g h i j k l m n o p"));
        var exchange = new UpstreamExchange[1];
        heard.onEvent(_ -> exchange[0].cancel());

        exchange[0] = rig.send(rig.keyAccount(), true, heard);
        rig.google.ledger().await(entry -> entry.end() != Entry.End.RUNNING, SOON);
        assertThat(rig.stream().failure()).isEqualTo("ended");

        assertThat(heard.log()).containsExactly("event");
    }

    @Test
    void nothingIsSentWhenTheCredentialComesTooLate() {
        Promise<Authorization> credential = Promise.promise();
        rig.authorizer.gives(credential::future);
        var exchange = rig.send(rig.login(Backend.VERTEX), true, heard);

        rig.onLoop(exchange::cancel);
        rig.onLoop(() -> credential.complete(Rig.bearer("late")));
        rig.onLoop(() -> {});

        assertThat(rig.google.ledger().entries()).isEmpty();
        assertThat(heard.log()).isEmpty();
    }

    @Test
    void nothingIsSentWhenCancelledBeforeItBegan() {
        rig.onReadyLoop(() -> {
            var exchange = rig.sendHere(rig.keyAccount(), heard);
            exchange.cancel();
            return exchange;
        });
        rig.onLoop(() -> {});

        assertThat(rig.google.ledger().entries()).isEmpty();
        assertThat(heard.log()).isEmpty();
    }

    @Test
    void nothingIsHeardWhenCancelledWhileConnecting() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var patience = new Timeouts(Duration.ofMillis(200), SOON, SOON, SOON);
            rig.at(URI.create("https://127.0.0.1:" + deaf.getLocalPort())).with(before -> before.within(patience));
            var exchange = rig.send(rig.keyAccount(), true, heard);

            rig.onLoop(exchange::cancel);
            var other = rig.stream().failure();

            assertThat(other).isIn("upstream_connect", "upstream_tls");
            assertThat(heard.log()).isEmpty();
        }
    }

    @Test
    void aCancelAfterTheEndDoesNothingAndSparesTheConnection() {
        var exchange = rig.send(rig.keyAccount(), true, heard);
        assertThat(heard.failure()).isEqualTo("ended");

        rig.onLoop(exchange::cancel);
        rig.onLoop(exchange::cancel);

        assertThat(rig.stream().failure()).isEqualTo("ended");
        assertThat(heard.log()).endsWith("ended");
    }
}
