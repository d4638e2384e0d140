package io.geminigateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
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
        var calls = enter(8);

        gate.grown(4);
        gate.settled(true);

        assertThat(inside(calls)).isEqualTo(5);
    }

    @Test
    void onceItIsKnownWhatOneCarriesAsManyAreMadeAsAreNeeded() {
        var calls = enter(20);

        gate.grown(4);
        gate.settled(true);

        assertThat(inside(calls)).isEqualTo(4 + 4); // sixteen are left for four more
    }

    @Test
    void connectionsAreNotMadeForMoreThanWait() {
        var calls = enter(6);
        gate.grown(4);
        gate.settled(true);

        calls.addAll(enter(2));

        assertThat(inside(calls)).isEqualTo(5);
    }

    @Test
    void whoLeavesMakesRoom() {
        var calls = enter(10);
        gate.grown(4);
        gate.settled(true);

        gate.left();
        gate.left();

        assertThat(inside(calls)).isEqualTo(6);
    }

    @Test
    void afterAFailureTheNextOneTries() {
        var calls = enter(3);

        gate.settled(true);
        gate.left();

        assertThat(inside(calls)).isEqualTo(2);
    }

    @Test
    void aLostConnectionCarriesNobody() {
        enter(1);
        gate.grown(4);
        gate.settled(true);
        gate.shrunk(4);

        assertThat(inside(enter(3))).isOne();
    }

    @Test
    void withoutMultiplexingEverybodyGoesIn() {
        var calls = enter(5);

        gate.standOpen();
        gate.settled(true);

        assertThat(inside(calls)).isEqualTo(5);
    }

    @Test
    void nobodyWaitsForEver() {
        var second = enter(2).getLast();

        second.otherwiseEmpty().await();

        assertThat(second.failed()).isTrue();
    }

    private List<Future<Boolean>> enter(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(_ -> gate.enter()).toList());
    }

    private static long inside(List<Future<Boolean>> calls) {
        return calls.stream().filter(Future::succeeded).count();
    }
}
