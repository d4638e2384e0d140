package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryBudgetTest {
    private final MovingClock clock = new MovingClock(Stage.START);
    private final RetryBudget budget = new RetryBudget(RetryBudget.Settings.standard(), clock);

    @Test
    void aFewRetriesAreSavedUp() {
        assertThat(retries(100)).isEqualTo(20);
        assertThat(budget.left()).isZero();
    }

    @Test
    void everyRequestPaysForHalfARetry() {
        retries(100);

        IntStream.range(0, 10).forEach(request -> budget.pay());

        assertThat(retries(100)).isEqualTo(5);
    }

    @Test
    void aQuietGatewayMayRetryToo() {
        retries(100);

        clock.move(Duration.ofSeconds(4));

        assertThat(retries(100)).isEqualTo(2);
    }

    @Test
    void noMoreIsSavedUpThanThat() {
        IntStream.range(0, 1000).forEach(request -> budget.pay());
        clock.move(Duration.ofHours(1));

        assertThat(retries(100)).isEqualTo(20);
        clock.move(Duration.ofHours(-1));
        assertThat(retries(100)).isZero();
    }

    private long retries(int wanted) {
        return IntStream.range(0, wanted).filter(retry -> budget.spend()).count();
    }
}
