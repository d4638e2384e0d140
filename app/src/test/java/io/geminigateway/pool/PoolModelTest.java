package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pool beside a much simpler one, through random sequences of what can happen: calls that overlap, end
/// well, are refused or ignored, while time passes and the operator speaks. The simple one knows who must not
/// be chosen, and how many calls are open.
final class PoolModelTest {
    private static final int ACCOUNTS = 4;
    private static final int STEPS = 3_000;

    private final Stage stage = new Stage(PoolSettings.standard(), ACCOUNTS);
    private final List<Lease> open = new ArrayList<>();
    private final List<Lease> ended = new ArrayList<>();
    private final Map<String, Instant> restsUntil = new HashMap<>();
    private final Set<String> parked = new HashSet<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoRestsIsNeverChosenAndEveryLeaseEndsOnce(long seed) {
        var random = new Random(seed);

        for (var step = 0; step < STEPS; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> choose(random);
                case 5, 6, 7 -> end(random);
                case 8 -> endAgain(random);
                case 9, 10 -> stage.move(Duration.ofMillis(random.nextInt(2_000)));
                default -> operate(random);
            }
            assertThat(counted()).isEqualTo(open.size());
        }
    }

    private void choose(Random random) {
        var tried = new HashSet<AccountId>();
        for (var number = 1; number <= ACCOUNTS; number++) {
            if (random.nextInt(4) == 0) {
                tried.add(new AccountId("a" + number));
            }
        }
        switch (stage.pool.choose(new Ask(Stage.FLASH, tried, ""))) {
            case Choice.Chosen chosen -> {
                var id = chosen.lease().account().id();
                assertThat(tried).doesNotContain(id);
                assertThat(rests(id.value())).as("%s rests", id).isFalse();
                open.add(chosen.lease());
            }
            // after a freeze one call at a time may pass, so more may be out than the simple pool knows of
            case Choice.Exhausted exhausted -> assertThat(exhausted.reason()).isNotEqualTo(Choice.Reason.NO_ACCOUNTS);
        }
    }

    private void end(Random random) {
        if (open.isEmpty()) {
            return;
        }
        var lease = open.remove(random.nextInt(open.size()));
        var id = lease.account().id().value();
        var outcome = outcome(random);
        if (random.nextBoolean() && outcome instanceof Outcome.Succeeded) {
            lease.firstEvent(Duration.ofMillis(300));
        }
        assertThat(lease.end(outcome)).isTrue();
        ended.add(lease);
        switch (outcome) {
            case Outcome.RateLimited limited -> rest(id, Objects.requireNonNull(limited.delay()));
            case Outcome.Parked _ -> parked.add(id);
            default -> {}
        }
    }

    private void endAgain(Random random) {
        if (!ended.isEmpty()) {
            var before = stage.pool.snapshot();

            var again = ended.get(random.nextInt(ended.size())).end(outcome(random));

            assertThat(again).isFalse();
            assertThat(stage.pool.snapshot()).isEqualTo(before);
        }
    }

    private void operate(Random random) {
        var id = "a" + (1 + random.nextInt(ACCOUNTS));
        switch (random.nextInt(4)) {
            case 0 -> {
                stage.pool.freeze(new AccountId(id), Duration.ofSeconds(3));
                rest(id, Duration.ofSeconds(3));
            }
            case 1, 2 -> {
                stage.pool.thaw(new AccountId(id));
                restsUntil.remove(id);
                parked.remove(id);
            }
            default -> stage.pool.sweep();
        }
    }

    private void rest(String id, Duration pause) {
        restsUntil.merge(id, stage.now().plus(pause), PoolModelTest::later);
    }

    private boolean rests(String id) {
        return parked.contains(id) || stage.now().isBefore(restsUntil.getOrDefault(id, Instant.MIN));
    }

    private int counted() {
        return stage.pool.snapshot().accounts().stream()
                .mapToInt(PoolSnapshot.Member::inFlight)
                .sum();
    }

    private static Outcome outcome(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Outcome.RateLimited(Duration.ofMillis(1 + random.nextInt(5_000)), false);
            case 2 -> new Outcome.Ignored();
            case 3 -> random.nextInt(10) == 0 ? new Outcome.Parked("test", "none") : new Outcome.Ignored();
            default -> new Outcome.Succeeded();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
