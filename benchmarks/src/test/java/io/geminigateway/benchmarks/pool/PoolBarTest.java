package io.geminigateway.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the pool to the bar of `docs/pool`, on one stream of chance, in scenarios that run within a second.
final class PoolBarTest {
    private static final long STREAM = 1;

    @ParameterizedTest
    @ValueSource(strings = {"steady", "permfail", "client"})
    void theProductsPoolAnswersAlmostAsMuchAsTheOracle(String scenario) {
        var table = Table.of(Scenario.named(scenario), List.of(Strategy.OURS), 1);

        assertThat(table.ours().success()).isGreaterThan(0.99 * table.oracle().success());
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady", "permfail"})
    void noOtherStrategyAnswersAsMuchWithFewerCalls(String scenario) {
        var table = Table.of(Scenario.named(scenario), Strategy.all(), 1);

        assertThat(table.others())
                .filteredOn(other -> other.success() > table.ours().success() - 0.005)
                .extracting(Figures::attempts)
                .allMatch(attempts -> attempts > table.ours().attempts());
    }

    @Test
    void aRunCanBeRepeated() {
        var once = Run.of(Scenario.named("mix3"), Strategy.OURS, STREAM);
        var again = Run.of(Scenario.named("mix3"), Strategy.OURS, STREAM);

        assertThat(again.attemptsPerSuccess()).isEqualTo(once.attemptsPerSuccess());
        assertThat(again.latency(0.95)).isEqualTo(once.latency(0.95));
    }
}
