package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(9);

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void silenceBeforeTheFirstEventIsTimedOutAndLetGo(boolean streaming) {
        within(new Timeouts(LONG, SHORT, SHORT, LONG));
        rig.ada.next(Reaction.silence());

        assertThat(rig.ask(rig.keyAccount(), streaming).failure()).isEqualTo("upstream_timeout_first");

        rig.google.ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, LONG);
    }

    @Test
    void silenceInTheMiddleIsTimedOutAndLetGo() {
        within(new Timeouts(LONG, LONG, LONG, SHORT));
        rig.ada.next(Reaction.silenceAfter(1));

        var heard = rig.stream();

        assertThat(heard.failure()).isEqualTo("upstream_timeout_idle");
        assertThat(heard.log()).containsExactly("event", "drained", "failed");
        rig.google.ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, LONG);
    }

    @Test
    void aSlowStreamIsNoSilence() {
        within(new Timeouts(LONG, LONG, LONG, Duration.ofMillis(900)));
        rig.ada.next(Reaction.text("one two three four five six seven eight").paced(Duration.ofMillis(250)));

        assertThat(rig.stream().failure()).isEqualTo("ended");
    }

    @Test
    void aStreamThatNeverClosesAfterItsFinishIsEndedSoon() {
        var finish = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hi\"}]},\"finishReason\":\"STOP\"}]}";
        rig.ada.next(Reaction.chunks(List.of(finish, finish)).haltedAfter(1));

        assertThat(rig.stream().failure()).isEqualTo("ended");

        rig.google.ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, LONG);
    }

    @Test
    void pausedTimeDoesNotCount() {
        within(new Timeouts(LONG, LONG, LONG, SHORT));
        rig.ada.next(Reaction.silenceAfter(1));
        var heard = new Heard();
        var exchange = new UpstreamExchange[1];
        heard.onEvent(_ -> exchange[0].pause());

        exchange[0] = rig.send(rig.keyAccount(), true, heard);
        rig.google.ledger().await(entry -> entry.eventsSent() == 1, LONG);
        rig.onLoop(() -> {});
        assertThat(rig.ask(rig.keyAccount(), true).failure()).isEqualTo("ended");
        waitOnLoop(SHORT.multipliedBy(3));
        assertThat(heard.isOver()).isFalse();

        rig.onLoop(exchange[0]::resume);
        assertThat(heard.failure()).isEqualTo("upstream_timeout_idle");
    }

    @Test
    void aServerThatNeverShakesHandsIsTimedOut() throws IOException {
        within(new Timeouts(SHORT, LONG, LONG, LONG));
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            rig.at(URI.create("https://127.0.0.1:" + deaf.getLocalPort()));

            assertThat(rig.stream().failure()).isIn("upstream_connect", "upstream_tls");
        }
    }

    @Test
    void whereNobodyListensNobodyIsBlamed() throws IOException {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        rig.at(URI.create("http://127.0.0.1:" + port));

        assertThat(rig.stream().failure()).isEqualTo("upstream_connect");
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        rig.at(URI.create("http://nowhere.invalid"));

        assertThat(rig.stream().failure()).isIn("upstream_dns", "upstream_connect");
    }

    private void within(Timeouts timeouts) {
        rig.with(before -> before.within(timeouts));
    }

    private void waitOnLoop(Duration time) {
        rig.vertx.timer(time.toMillis()).await();
    }
}
