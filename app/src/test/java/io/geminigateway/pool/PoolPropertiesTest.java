package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of choosing whatever chance brings: each property on several seeds.
final class PoolPropertiesTest {
    private static final Outcome GOOD = new Outcome.Succeeded();
    private static final Outcome BAD = new Outcome.Failed(ErrorType.UPSTREAM_5XX);

    @ParameterizedTest
    @CsvSource({"0.99, 1", "0.9, 2", "0.5, 3", "0.2, 4", "0.02, 5"})
    void beliefConvergesToAnySuccessRate(double rate, long seed) {
        var stage = new Stage(Tuned.withoutFailureFreezes(), 1);
        var luck = new Random(seed);
        var mean = 0.0;

        for (var call = 1; call <= 4_000; call++) {
            stage.lease().end(luck.nextDouble() < rate ? GOOD : BAD);
            mean += (stage.shownArm("a1").mean() - mean) / Math.min(call, 2_000);
        }

        // a single mean rests on a hundred calls; that over time is much closer
        assertThat(stage.shownArm("a1").mean()).isCloseTo(rate, within(0.16));
        assertThat(mean).isCloseTo(rate, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalAccountsAreDrawnFairly(long seed) {
        var stage = new Stage(PoolSettings.standard(), 20, seed);

        var shares = stage.shares(20_000, new Outcome.Ignored()); // nothing is learned: they stay equal

        assertThat(chiSquare(shares, 20, 1_000)).isLessThan(43.8); // 19 degrees of freedom, 0.1 %
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLargePoolIsDrawnFairlyToo(long seed) {
        var stage = new Stage(PoolSettings.standard(), 100, seed); // more than are drawn for at once

        var shares = stage.shares(50_000, new Outcome.Ignored());

        assertThat(chiSquare(shares, 100, 500)).isLessThan(149); // 99 degrees of freedom, 0.1 %
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noAccountStarves(long seed) {
        var stage = new Stage(PoolSettings.standard(), 5, seed);
        var luck = new Random(seed);
        var shares = new HashMap<String, Integer>();

        for (var request = 0; request < 20_000; request++) {
            stage.move(Duration.ofMillis(200));
            var lease = stage.lease();
            var worst = lease.account().id().value().equals("a1");
            shares.merge(lease.account().id().value(), 1, Integer::sum);
            lease.firstEvent(worst ? Duration.ofSeconds(2) : Duration.ofSeconds(1));
            lease.end(worst && luck.nextInt(4) == 0 ? BAD : GOOD);
        }

        // over more than an hour the slow account that fails is tried every few minutes at least
        assertThat(shares.get("a1")).isBetween(20, 2_000);
        assertThat(shares).hasSize(5).allSatisfy((_, share) -> assertThat(share).isGreaterThan(20));
    }

    private static double chiSquare(Map<String, Integer> shares, int accounts, double expected) {
        assertThat(shares).hasSize(accounts);
        return shares.values().stream()
                .mapToDouble(share -> (share - expected) * (share - expected) / expected)
                .sum();
    }
}
