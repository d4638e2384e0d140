package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackPressureTest {
    private static final Duration SOON = Duration.ofSeconds(9);

    private final Rig rig = new Rig();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPausedStreamStopsGoogle(boolean tls) {
        if (tls) {
            rig.overTls();
        }
        rig.ada.next(Reaction.endless(Reaction.Endless.Of.EVENTS));
        var exchange = new UpstreamExchange[1];
        heard.onEvent(_ -> exchange[0].pause());
        exchange[0] = rig.send(rig.keyAccount(), true, heard);
        var entry = rig.google.ledger().await(sent -> sent.eventsSent() > 0, SOON);

        var stalled = whenStalled(entry);
        var told = heard.events().size();
        rig.vertx.timer(300).await();

        assertThat(entry.eventsSent()).isEqualTo(stalled);
        assertThat(heard.events()).hasSize(told);
        rig.onLoop(exchange[0]::cancel);
    }

    @Test
    void nothingIsLostByPausing() {
        rig.ada.next(Reaction.text("one two three four five six seven eight nine ten")
                .slicedInto(40));
        var exchange = new UpstreamExchange[1];
        heard.onEvent(_ -> {
            exchange[0].pause();
            rig.vertx.setTimer(5, _ -> exchange[0].resume());
        });

        exchange[0] = rig.onReadyLoop(() -> rig.sendHere(rig.keyAccount(), heard));

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(heard.text()).isEqualTo("one two three four five six seven eight nine ten");
    }

    @Test
    void aPauseBeforeTheAnswerHolds() {
        rig.ada.next(Reaction.text("hello").after(Duration.ofMillis(50)));
        var exchange = rig.onReadyLoop(() -> {
            var sent = rig.sendHere(rig.keyAccount(), heard);
            sent.pause();
            return sent;
        });
        rig.google.ledger().await(entry -> entry.end() == Entry.End.ANSWERED, SOON);
        rig.onLoop(() -> {});
        assertThat(heard.log()).isEmpty();

        rig.onLoop(exchange::resume);

        assertThat(heard.failure()).isEqualTo("ended");
        assertThat(heard.text()).isEqualTo("hello");
    }

    /// Everything between here and Google is full.
    private int whenStalled(Entry entry) {
        var before = -1;
        while (before != entry.eventsSent()) {
            before = entry.eventsSent();
            rig.vertx.timer(300).await();
        }
        return before;
    }
}
