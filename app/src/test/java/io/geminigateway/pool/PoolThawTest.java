package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.AccountId;
import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PoolThawTest {
    private static final Outcome LIMITED = new Outcome.RateLimited(Duration.ofSeconds(10), false);
    private static final Outcome FAILED = new Outcome.Failed(ErrorType.UPSTREAM_5XX);
    private static final Duration LATER = Duration.ofSeconds(11);

    @Test
    void aThawedAccountServesOneCallAtATimeUntilOneSucceeds() {
        var stage = new Stage(1);
        stage.lease().end(LIMITED);
        stage.move(LATER);

        var probe = stage.lease();

        assertThat(probe.probe()).isTrue();
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.QUOTA);
        probe.end(new Outcome.Succeeded());
        assertThat(stage.lease().probe()).isFalse();
        assertThat(stage.lease().probe()).isFalse();
    }

    @Test
    void aFirstEventProvesThatTheQuotaIsBack() {
        var stage = new Stage(1);
        stage.lease().end(LIMITED);
        stage.move(LATER);
        var probe = stage.lease();

        probe.firstEvent(Duration.ofSeconds(1));

        assertThat(stage.lease().probe()).isFalse();
    }

    @Test
    void afterFailuresOnlyAWholeAnswerProvesThatAllIsWell() {
        var stage = new Stage(2);
        stage.leaseOf("a1").end(FAILED);
        stage.move(Duration.ofSeconds(15));
        var probe = stage.leaseOf("a1");

        probe.firstEvent(Duration.ofSeconds(1));

        assertThat(stage.shownArm("a1").state()).isEqualTo(PoolSnapshot.State.PROBING);
        probe.end(new Outcome.Succeeded());
        assertThat(stage.shownArm("a1").state()).isEqualTo(PoolSnapshot.State.ACTIVE);
    }

    @Test
    void afterFailuresAProbeThatBeginsToAnswerLetsTheNextOneGo() {
        var stage = new Stage(1);
        stage.lease().end(FAILED);
        stage.move(Duration.ofSeconds(15));
        var probe = stage.lease();
        assertThat(stage.refusal().earliestThaw())
                .isEqualTo(stage.clock.instant().plusMillis(100));

        probe.firstEvent(Duration.ofSeconds(1));

        assertThat(stage.lease().probe()).isTrue();
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.FAILURES);
    }

    @Test
    void aSuccessfulProbeForgivesMostFailures() {
        var stage = new Stage(1);
        stage.lease().end(FAILED);
        stage.move(Duration.ofSeconds(15));
        var before = stage.shownArm("a1").beta();

        stage.lease().end(new Outcome.Succeeded());

        assertThat(stage.shownArm("a1").beta()).isLessThan(0.6 * before);
    }

    @Test
    void anIgnoredProbeLetsTheNextOneGo() {
        var stage = new Stage(1);
        stage.lease().end(LIMITED);
        stage.move(LATER);

        stage.lease().end(new Outcome.Ignored());

        assertThat(stage.lease().probe()).isTrue();
    }

    @Test
    void aProbeThatNeverEndsIsTakenAsLost() {
        var stage = new Stage(1);
        stage.lease().end(LIMITED);
        stage.move(LATER);
        stage.lease();

        stage.move(Duration.ofMinutes(15));

        assertThat(stage.lease().probe()).isTrue();
    }

    @Test
    void aThawedAccountThatTheDrawAvoidsIsProbedFromABudget() {
        var stage = new Stage(2);
        for (var round = 0; round < 5; round++) {
            stage.leaseOf("a2").end(FAILED);
            stage.move(Duration.ofMinutes(2));
        }

        var shares = stage.shares(100, new Outcome.Ignored());

        assertThat(shares.get("a2")).isBetween(1, 30);
    }

    @Test
    void aCallFromBeforeTheFreezeDoesNotEndIt() {
        var stage = new Stage(1);
        var early = stage.lease();
        stage.lease().end(LIMITED);

        early.end(new Outcome.Succeeded());

        assertThat(stage.serves("a1")).isFalse();
    }

    @Test
    void theListenerHearsOfEachThawOnce() {
        var stage = new Stage(2);
        stage.leaseOf("a1").end(LIMITED);
        stage.leaseOf("a2").end(new Outcome.AuthFailed("sign in again"));
        stage.pool.sweep();

        stage.move(Duration.ofMinutes(2));
        stage.pool.sweep();
        stage.pool.sweep();
        stage.leaseOf("a1").end(new Outcome.Succeeded());

        assertThat(stage.news.lines())
                .containsExactly(
                        "frozen a1 flash RATE_LIMIT",
                        "frozen a2 * AUTH",
                        "thawed a1 flash RATE_LIMIT",
                        "thawed a2 * AUTH");
    }

    @Test
    void anAccountThatWasProbedBeforeTheSweepIsReportedAtOnce() {
        var stage = new Stage(1);
        stage.lease(FLASH).end(LIMITED);
        stage.move(LATER);

        stage.lease(FLASH).end(new Outcome.Succeeded());
        stage.pool.sweep();

        assertThat(stage.news.lines()).containsExactly("frozen a1 flash RATE_LIMIT", "thawed a1 flash RATE_LIMIT");
    }

    @Test
    void aProbeDoesNotLiftAFreezeThatTheOperatorLaidMeanwhile() {
        var stage = new Stage(1);
        var id = new AccountId("a1");
        stage.pool.freeze(id, Duration.ofSeconds(5));
        stage.move(LATER);
        var probe = stage.lease();
        stage.pool.freeze(id, Duration.ofMinutes(1));

        probe.firstEvent(Duration.ofSeconds(1));
        probe.end(new Outcome.Succeeded());

        assertThat(stage.serves("a1")).isFalse();
        stage.move(Duration.ofMinutes(1));
        assertThat(stage.serves("a1")).isTrue();
    }
}
