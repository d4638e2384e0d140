package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.AccountId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ModelBreakerTest {
    private static final long SECOND = 1000;
    private static final double RELIABLE = 0.01;
    private static final double SHAKY = 0.6;

    private final ModelBreaker breaker = new ModelBreaker(BreakerSettings.standard());

    @Test
    void oneAccountNeverConvictsAModel() {
        for (var call = 0; call < 100; call++) {
            breaker.bad(account(1), RELIABLE, true, 0, 0);
        }

        assertThat(breaker.down()).isFalse();
    }

    @Test
    void threeReliableAccountsThatFailAtOnceDo() {
        fail(1, 3, RELIABLE);

        assertThat(breaker.down()).isTrue();
    }

    @Test
    void accountsThatFailAnywayDoNot() {
        fail(1, 20, SHAKY);

        assertThat(breaker.down()).isFalse();
    }

    @Test
    void accountsThatStillServeSpeakForTheModel() {
        IntStream.rangeClosed(1, 10).forEach(number -> breaker.good(account(number), 0, 0));

        fail(11, 15, RELIABLE);

        assertThat(breaker.down()).isFalse();
    }

    @Test
    void whatIsLongAgoCountsNoMore() {
        breaker.bad(account(1), RELIABLE, false, 0, 0);
        breaker.bad(account(2), RELIABLE, false, 0, 0);

        breaker.bad(account(3), RELIABLE, false, 16 * SECOND, 16 * SECOND);

        assertThat(breaker.down()).isFalse();
    }

    @Test
    void aModelThatIsDownGetsATrickle() {
        fail(1, 3, RELIABLE);

        assertThat(breaker.admits(0)).isFalse();
        assertThat(breaker.admitsFrom(0)).isEqualTo(500);
        assertThat(breaker.admits(500)).isTrue();
        assertThat(breaker.admits(500)).isFalse();
        assertThat(breaker.admits(100 * SECOND)).isTrue();
        assertThat(breaker.admits(100 * SECOND)).isFalse();
    }

    @Test
    void successesOpenItAgain() {
        fail(1, 3, RELIABLE);

        for (var call = 1; call <= 3; call++) {
            breaker.good(account(1), call * SECOND, call * SECOND);
        }

        assertThat(breaker.down()).isFalse();
        assertThat(breaker.admits(4 * SECOND)).isTrue();
    }

    @Test
    void answersToEarlierCallsTellNothingOfTheRecovery() {
        fail(1, 3, RELIABLE);

        for (var call = 1; call <= 30; call++) {
            breaker.good(account(call), -1, call * SECOND);
        }

        assertThat(breaker.down()).isTrue();
    }

    private void fail(int first, int last, double failures) {
        IntStream.rangeClosed(first, last).forEach(number -> breaker.bad(account(number), failures, false, 0, 0));
    }

    private static AccountId account(int number) {
        return new AccountId("a" + number);
    }
}
