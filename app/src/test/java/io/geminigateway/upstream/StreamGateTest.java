package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamGateTest {
    private final Vertx vertx = Vertx.vertx();
    private final StreamGate gate = new StreamGate(vertx, Duration.ofMillis(100));

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void oneCallAtATimeMakesAConnection() {
        var calls = enter(5);

        assertThat(inside(calls)).isOne();
    }

    @Test
    void aConnectionCarriesManyAndOneMoreMakesTheNext() {
        var calls = enter(10);

        gate.grown(4);
        gate.settled();

        assertThat(inside(calls)).isEqualTo(5);
    }

    @Test
    void whoLeavesMakesRoom() {
        var calls = enter(10);
        gate.grown(4);
        gate.settled();

        gate.left();
        gate.left();

        assertThat(inside(calls)).isEqualTo(6);
    }

    @Test
    void afterAFailureTheNextOneTries() {
        var calls = enter(3);

        gate.settled();
        gate.left();

        assertThat(inside(calls)).isEqualTo(2);
    }

    @Test
    void aLostConnectionCarriesNobody() {
        enter(1);
        gate.grown(4);
        gate.settled();
        gate.shrunk(4);

        assertThat(inside(enter(3))).isOne();
    }

    @Test
    void withoutMultiplexingEverybodyGoesIn() {
        var calls = enter(5);

        gate.standOpen();
        gate.settled();

        assertThat(inside(calls)).isEqualTo(5);
    }

    @Test
    void nobodyWaitsForEver() {
        var second = enter(2).getLast();

        second.otherwiseEmpty().await();

        assertThat(second.failed()).isTrue();
    }

    private List<Future<Void>> enter(int count) {
        return IntStream.range(0, count).mapToObj(_ -> gate.enter()).toList();
    }

    private static long inside(List<Future<Void>> calls) {
        return calls.stream().filter(Future::succeeded).count();
    }
}
