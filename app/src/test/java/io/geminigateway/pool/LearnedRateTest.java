package io.geminigateway.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LearnedRateTest {
    private static final RateSettings SETTINGS = RateSettings.standard();
    private static final long SECOND = 1000;

    @Test
    void withoutRefusalsNothingIsHeldBack() {
        var rate = LearnedRate.UNKNOWN;

        assertThat(rate.admits(SETTINGS, 0)).isTrue();
        assertThat(rate.headroom(SETTINGS, 0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12, 30})
    void theRateIsLearnedFromWhatIsAdmittedBetweenRefusals(int secondsPerCall) {
        var rate = refusedFor(Duration.ofMinutes(10), secondsPerCall);

        assertThat(rate.evidence().perMillisecond() * 1000)
                .isCloseTo(1.0 / secondsPerCall, within(0.1 / secondsPerCall));
    }

    @Test
    void aQuotaThatIsUsedUpHoldsCallsBackUntilItHasRefilled() {
        var now = 600 * SECOND;
        var rate = refusedFor(Duration.ofMinutes(10), 10);

        assertThat(rate.admits(SETTINGS, now)).isFalse();
        assertThat(rate.headroom(SETTINGS, now)).isEqualTo(SETTINGS.least());
        assertThat(rate.admitsFrom(SETTINGS, now)).isGreaterThan(now);
        assertThat(rate.admits(SETTINGS, now + 11 * SECOND)).isTrue();
    }

    @Test
    void googlesWordOnTheNextCallIsKept() {
        var now = 600 * SECOND;
        var rate =
                refusedFor(Duration.ofMinutes(10), 10).refused(Duration.ofSeconds(4), true, SETTINGS, now + 3 * SECOND);

        assertThat(rate.isTrial(SETTINGS, now + 6 * SECOND)).isTrue();
        assertThat(rate.isTrial(SETTINGS, now + 7 * SECOND + 100)).isFalse();
    }

    @Test
    void trialsBecomeRarerWhileTheyAreRefused() {
        var rate = refusedFor(Duration.ofMinutes(10), 10);
        var before = rate.trials().pause();

        var after = rate.refused(null, true, SETTINGS, 603 * SECOND);

        assertThat(after.trials().pause()).isEqualTo(Math.min(2 * before, 30 * SECOND));
        assertThat(after.granted(SETTINGS, 604 * SECOND).trials().pause())
                .isEqualTo(after.trials().pause() / 2);
    }

    @Test
    void refusalsOfOneBurstAreOne() {
        var first = LearnedRate.UNKNOWN.refused(null, false, SETTINGS, 0);

        var second = first.sent(SETTINGS, 100).refused(null, false, SETTINGS, 200);

        assertThat(second.evidence()).isEqualTo(first.evidence());
    }

    @Test
    void anOldRefusalIsForgotten() {
        var now = 600 * SECOND;
        var rate = refusedFor(Duration.ofMinutes(10), 10);

        assertThat(rate.headroom(SETTINGS, now + 299 * SECOND)).isEqualTo(1);
        assertThat(rate.sent(SETTINGS, now + 301 * SECOND).headroom(SETTINGS, now + 301 * SECOND))
                .isEqualTo(1);
    }

    /// A quota of one call every so many seconds, asked a little too often for so long, and refused at
    /// the very end.
    private static LearnedRate refusedFor(Duration duration, int secondsPerCall) {
        var rate = LearnedRate.UNKNOWN;
        for (var now = 0L; now <= duration.toMillis(); now += secondsPerCall * SECOND) {
            rate = rate.sent(SETTINGS, now).sent(SETTINGS, now).refused(null, false, SETTINGS, now);
        }
        return rate;
    }
}
