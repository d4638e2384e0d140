package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.AccountId;
import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PoolConcurrencyTest {
    private static final int THREADS = 8;
    private static final int CALLS = 5_000;

    private final AtomicInteger probes = new AtomicInteger();
    private final AtomicInteger mostProbes = new AtomicInteger();

    @Test
    void whatEightThreadsTakeTheyGiveBack() throws Exception {
        var pool = pool(InstantSource.system());

        inParallel(() -> {
            for (var call = 0; call < CALLS; call++) {
                if (pool.choose(Ask.of(Stage.FLASH)) instanceof Choice.Chosen chosen) {
                    chosen.lease().firstEvent(Duration.ofMillis(3));
                    chosen.lease().end(anyOutcome());
                }
                pool.sweep();
            }
            return true;
        });

        assertThat(pool.snapshot().accounts()).allSatisfy(account -> {
            assertThat(account.inFlight()).isZero();
            assertThat(account.models()).allMatch(arm -> arm.inFlight() == 0);
        });
    }

    @Test
    void onlyOneThreadGetsTheProbe() throws Exception {
        var clock = new MovingClock(Stage.START);
        var pool = pool(clock);
        pool.accounts(List.of(Stage.account("a1", "key", null)));
        freeze(pool);
        clock.move(Duration.ofSeconds(2));

        inParallel(() -> {
            for (var call = 0; call < CALLS; call++) {
                if (pool.choose(Ask.of(Stage.FLASH)) instanceof Choice.Chosen chosen) {
                    mostProbes.accumulateAndGet(probes.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    probes.decrementAndGet();
                    chosen.lease().end(new Outcome.Ignored());
                }
            }
            return true;
        });

        assertThat(mostProbes).hasValue(1);
    }

    @Test
    void aLeaseThatAllThreadsEndEndsOnce() throws Exception {
        var pool = pool(InstantSource.system());
        var lease = ((Choice.Chosen) pool.choose(Ask.of(Stage.FLASH))).lease();
        var ends = new AtomicInteger();

        inParallel(() -> {
            if (lease.end(new Outcome.Succeeded())) {
                ends.incrementAndGet();
            }
            return true;
        });

        assertThat(ends).hasValue(1);
    }

    @Test
    void noReportIsLostBetweenThreads() throws Exception {
        var pool = pool(Tuned.withoutOblivion(), new MovingClock(Stage.START)); // nothing fades

        inParallel(() -> {
            for (var call = 0; call < CALLS; call++) {
                var lease = ((Choice.Chosen) pool.choose(Ask.of(Stage.FLASH))).lease();
                lease.end(new Outcome.Succeeded());
            }
            return true;
        });

        var counted = pool.state().accounts().stream()
                .flatMap(account -> account.models().stream())
                .mapToDouble(arm -> arm.evidence().successes())
                .sum();
        assertThat(counted).isEqualTo(THREADS * CALLS);
    }

    @Test
    void whoWasFrozenByOneThreadIsChosenByNoOther() throws Exception {
        var pool = pool(new MovingClock(Stage.START)); // time stands still: nobody thaws
        var frozen = ConcurrentHashMap.<AccountId>newKeySet();

        inParallel(() -> {
            for (var call = 0; call < CALLS; call++) {
                var frozenBefore = Set.copyOf(frozen);
                if (pool.choose(Ask.of(Stage.FLASH)) instanceof Choice.Chosen chosen) {
                    var id = chosen.lease().account().id();
                    assertThat(frozenBefore).doesNotContain(id);
                    if (call % 500 == 499) {
                        chosen.lease().end(new Outcome.RateLimited(Duration.ofHours(1), false));
                        frozen.add(id);
                    } else {
                        chosen.lease().end(new Outcome.Succeeded());
                    }
                }
            }
            return true;
        });

        assertThat(frozen).hasSize(10);
        assertThat(pool.choose(Ask.of(Stage.FLASH))).isInstanceOf(Choice.Exhausted.class);
    }

    private static Pool pool(InstantSource clock) {
        return pool(PoolSettings.standard(), clock);
    }

    private static Pool pool(PoolSettings settings, InstantSource clock) {
        var pool = new Pool(settings, clock, ThreadLocalRandom::current, PoolListener.silent());
        pool.accounts(IntStream.range(0, 10)
                .mapToObj(number -> Stage.account("a" + number, "key", number % 2 == 0 ? "even" : "odd"))
                .toList());
        return pool;
    }

    private static void freeze(Pool pool) {
        ((Choice.Chosen) pool.choose(Ask.of(Stage.FLASH)))
                .lease()
                .end(new Outcome.RateLimited(Duration.ofSeconds(1), false));
    }

    private static Outcome anyOutcome() {
        return switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> new Outcome.RateLimited(Duration.ofMillis(2), true);
            case 1 -> new Outcome.RateLimited(Duration.ofMillis(1), false);
            case 2 -> new Outcome.Ignored();
            case 3 -> new Outcome.Failed(ErrorType.UPSTREAM_CONNECT);
            default -> new Outcome.Succeeded();
        };
    }

    private static void inParallel(Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                assertThat(done.get()).isTrue();
            }
        }
    }
}
