package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static io.geminigateway.pool.Stage.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaitingRoomTest {
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final MovingClock clock = new MovingClock(Stage.START);
    private final WaitingRoom room = new WaitingRoom(WaitingRoom.Settings.standard(), clock);
    private final List<String> turns = new ArrayList<>();

    @Test
    void theFirstHasItsTurnAtOnceAndTheOthersInOrder() {
        var first = join("first");
        var second = join("second");
        var third = join("third");

        assertThat(first.first()).isTrue();
        assertThat(second.first()).isFalse();
        first.leave();
        assertThat(turns).containsExactly("second");
        second.leave();
        assertThat(turns).containsExactly("second", "third");
        assertThat(third.first()).isTrue();
        third.leave();
        assertThat(room.busy(FLASH)).isFalse();
    }

    @Test
    void whoLeavesFromTheMiddleTakesNobodysTurn() {
        var first = join("first");
        var second = join("second");
        join("third");

        second.leave();
        second.leave();

        assertThat(turns).isEmpty();
        first.leave();
        first.leave();
        assertThat(turns).containsExactly("third");
    }

    @Test
    void modelsHaveQueuesOfTheirOwn() {
        join("first");

        var other = room.join(PRO, WAIT, () -> turns.add("other")).orElseThrow();

        assertThat(other.first()).isTrue();
        assertThat(room.size()).isEqualTo(2);
    }

    @Test
    void aQueueThatCannotBeServedInTimeLetsNobodyIn() {
        for (var waiting = 0; waiting < 8; waiting++) {
            join("one of few");
        }

        assertThat(tryToJoin(WAIT)).isEmpty();
    }

    @Test
    void aQueueMayBeAsLongAsTheThroughputAllows() {
        for (var call = 0; call < 300; call++) {
            clock.move(Duration.ofMillis(200));
            room.served(FLASH);
        }

        var admitted = 0;
        while (tryToJoin(WAIT).isPresent()) {
            admitted++;
        }

        assertThat(admitted).isBetween(45, 55);
    }

    @Test
    void whoHasLittleTimeLeftIsNotLetIntoALongQueue() {
        for (var call = 0; call < 300; call++) {
            clock.move(Duration.ofMillis(200));
            room.served(FLASH);
        }
        for (var waiting = 0; waiting < 20; waiting++) {
            join("somebody");
        }

        assertThat(tryToJoin(Duration.ofSeconds(2))).isEmpty();
        assertThat(tryToJoin(WAIT)).isPresent();
    }

    private WaitingRoom.Ticket join(String name) {
        return room.join(FLASH, WAIT, () -> turns.add(name)).orElseThrow();
    }

    private Optional<WaitingRoom.Ticket> tryToJoin(Duration wait) {
        return room.join(FLASH, wait, () -> turns.add("latecomer"));
    }
}
