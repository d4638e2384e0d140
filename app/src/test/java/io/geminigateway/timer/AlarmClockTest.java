package io.geminigateway.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmClockTest {
    private static final Duration NOW = Duration.ZERO;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void alarmsRingInTheirOrderAndNeverEarly() throws Exception {
        List<String> rung = story((clock, rings) -> {
            var begun = System.nanoTime();
            clock.set(Duration.ofMillis(300), () -> {
                rings.add(System.nanoTime() - begun < 300_000_000 ? "early" : "second");
                rings.end();
            });
            clock.set(Duration.ofMillis(100), () -> rings.add("first"));
        });

        assertThat(rung).containsExactly("first", "second");
    }

    @Test
    void whatWasCalledOffNeverRings() throws Exception {
        List<String> rung = story((clock, rings) -> {
            var first = clock.set(NOW, () -> rings.add("called off"));
            clock.set(NOW, () -> rings.add("kept"));
            var third = clock.set(NOW, () -> rings.add("called off too"));
            first.cancel();
            third.cancel();
            third.cancel();
            clock.set(Duration.ofMillis(200), rings::end);
        });

        assertThat(rung).containsExactly("kept");
    }

    @Test
    void anAlarmMayCallOffAnotherOfTheSameMoment() throws Exception {
        List<String> rung = story((clock, rings) -> {
            var both = new ArrayList<Alarm>();
            for (var i = 0; i < 2; i++) {
                both.add(clock.set(NOW, () -> {
                    rings.add("one of two");
                    both.forEach(Alarm::cancel);
                }));
            }
            clock.set(Duration.ofMillis(200), rings::end);
        });

        assertThat(rung).containsExactly("one of two");
    }

    @Test
    void anAlarmThatIsSetWhileAnotherRingsHasItsTurn() throws Exception {
        List<String> rung = story((clock, rings) -> clock.set(NOW, () -> {
            rings.add("first");
            clock.set(NOW, () -> {
                rings.add("second");
                rings.end();
            });
        }));

        assertThat(rung).containsExactly("first", "second");
    }

    @Test
    void theWheelTurnsAgainAfterItStoodStill() throws Exception {
        List<String> rung = story((clock, rings) -> {
            clock.set(NOW, () -> rings.add("before"));
            vertx.setTimer(
                    500,
                    _ -> clock.set(NOW, () -> {
                        rings.add("after");
                        rings.end();
                    }));
        });

        assertThat(rung).containsExactly("before", "after");
    }

    /// What rang until the end.
    private static final class Rings {
        private final List<String> rung = new ArrayList<>();
        private final CompletableFuture<List<String>> all = new CompletableFuture<>();

        void add(String name) {
            rung.add(name);
        }

        void end() {
            all.complete(rung);
        }
    }

    private List<String> story(BiConsumer<AlarmClock, Rings> plot) throws Exception {
        var rings = new Rings();
        vertx.runOnContext(_ -> plot.accept(new AlarmClock(vertx), rings));
        return rings.all.get(50, TimeUnit.SECONDS);
    }
}
