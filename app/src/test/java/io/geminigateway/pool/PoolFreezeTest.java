package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static io.geminigateway.pool.Stage.PRO;
import static io.geminigateway.pool.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.AccountId;
import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PoolFreezeTest {
    private static final Outcome LIMITED = new Outcome.RateLimited(null, false);
    private static final Outcome FAILED = new Outcome.Failed(ErrorType.UPSTREAM_5XX);
    private static final Outcome REFUSED = new Outcome.AuthFailed("sign in again");

    @Test
    void aRateLimitLastsExactlyAsLongAsGoogleSays() {
        var stage = new Stage(1);

        stage.lease().end(new Outcome.RateLimited(Duration.ofSeconds(17), false));

        assertThat(stage.freeze("a1").until())
                .isBetween(START.plusSeconds(17), START.plusSeconds(17).plusMillis(250));
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.QUOTA);
        assertThat(stage.refusal().earliestThaw()).isEqualTo(stage.freeze("a1").until());
        stage.move(Duration.ofMillis(16_999));
        assertThat(stage.serves("a1")).isFalse();
        stage.move(Duration.ofMillis(251));
        assertThat(stage.serves("a1")).isTrue();
        assertThat(stage.news.lines()).containsExactly("frozen a1 flash RATE_LIMIT");
    }

    @Test
    void aShortDelayIsStretchedByATwentiethAtMost() {
        var stage = new Stage(1);

        stage.lease().end(new Outcome.RateLimited(Duration.ofNanos(1_000_000_001), false));

        assertThat(stage.freeze("a1").until()).isBetween(START.plusMillis(1_001), START.plusMillis(1_052));
    }

    @Test
    void aFrozenAccountIsNeverChosen() {
        var stage = new Stage(5);
        stage.leaseOf("a3").end(new Outcome.RateLimited(Duration.ofMinutes(1), false));

        var shares = stage.shares(2_000, new Outcome.Succeeded());

        assertThat(shares).doesNotContainKey("a3").hasSize(4);
    }

    @Test
    void aRateLimitIsOfOneModelOnly() {
        var stage = new Stage(1);

        stage.lease(FLASH).end(LIMITED);

        assertThat(stage.lease(PRO).account().id()).isEqualTo(new AccountId("a1"));
    }

    @Test
    void aRateLimitDoesNotMakeTheAccountLookWorse() {
        var stage = new Stage(1);
        var before = stage.shown("a1").mean();

        stage.lease().end(LIMITED);

        assertThat(stage.shown("a1").mean()).isEqualTo(before);
    }

    @Test
    void withoutADelayThePausesDoubleUpToAMinute() {
        var stage = new Stage(1);

        var pauses = IntStream.range(0, 9)
                .mapToObj(round -> {
                    stage.lease().end(LIMITED);
                    return rest(stage);
                })
                .toList();

        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMinutes(1)));
        assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(pauses.get(8)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void aSuccessStartsThePausesFromTheBeginning() {
        var stage = new Stage(1);
        for (var round = 0; round < 4; round++) {
            stage.lease().end(LIMITED);
            rest(stage);
        }
        stage.lease().end(new Outcome.Succeeded());
        stage.move(Duration.ofMillis(1));

        stage.lease().end(LIMITED);

        assertThat(rest(stage)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void manyCallsAtOnceHintAtALimitOfCallsAtOnce() {
        var stage = new Stage(1);
        stage.lease();
        stage.lease();

        stage.lease().end(LIMITED);

        assertThat(rest(stage)).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void callsSentBeforeTheFreezeMakeItNoLonger() {
        var stage = new Stage(1);
        var leases = IntStream.range(0, 10).mapToObj(call -> stage.lease()).toList();

        for (var lease : leases) {
            stage.move(Duration.ofMillis(10));
            lease.end(LIMITED);
        }

        assertThat(stage.freeze("a1").level()).isZero();
        assertThat(stage.freeze("a1").until()).isEqualTo(START.plusMillis(710));
        assertThat(stage.news.lines()).hasSize(1);
    }

    @Test
    void aLongerFreezeIsNotCutShortByAShorterOne() {
        var stage = new Stage(1);
        var first = stage.lease();
        var second = stage.lease();
        first.end(new Outcome.RateLimited(Duration.ofSeconds(50), false));

        second.end(new Outcome.RateLimited(Duration.ofSeconds(5), false));

        assertThat(stage.freeze("a1").until()).isAfter(START.plusSeconds(49));
    }

    @Test
    void aBrokenDelayDoesNotCostTheAccount() {
        var stage = new Stage(1);

        stage.lease().end(new Outcome.RateLimited(Duration.ofSeconds(Long.MAX_VALUE / 4), false));

        assertThat(stage.freeze("a1").until()).isBefore(START.plus(Duration.ofDays(3)));
    }

    @Test
    void aDailyQuotaComesBackWhenGoogleSays() {
        var stage = new Stage(1);
        var reset = START.plus(Duration.ofHours(5));

        stage.lease().end(new Outcome.DailyQuota(reset, false));

        assertThat(stage.freeze("a1").probeFrom()).isEqualTo(stage.freeze("a1").until());
        assertThat(stage.freeze("a1").until()).isBetween(reset, reset.plusSeconds(30));
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.DAILY_QUOTA);
    }

    @Test
    void aDailyQuotaOfUnknownEndLastsUntilMidnightInCaliforniaAndIsLookedAtEveryHour() {
        var stage = new Stage(1);
        var midnight = Instant.parse("2026-03-04T08:00:00Z");

        stage.lease().end(new Outcome.DailyQuota(null, false));

        assertThat(stage.freeze("a1").until()).isBetween(midnight, midnight.plusSeconds(30));
        assertThat(stage.refusal().earliestThaw()).isEqualTo(START.plus(Duration.ofHours(1)));
        stage.move(Duration.ofHours(1));
        var probe = stage.lease();
        stage.refusal();
        probe.end(new Outcome.DailyQuota(null, false));
        assertThat(stage.refusal().earliestThaw()).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    @Test
    void aFailureFreezesForSecondsAndTheNextForTwiceAsLong() {
        var stage = new Stage(1);

        var pauses = IntStream.range(0, 6)
                .mapToObj(round -> {
                    stage.lease().end(FAILED);
                    return rest(stage);
                })
                .toList();

        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(15));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        assertThat(pauses.get(5)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    @Test
    void anAnswerCutShortCountsAsAFailure() {
        var stage = new Stage(1);
        var lease = stage.lease();
        lease.firstEvent(Duration.ofSeconds(1));

        lease.end(new Outcome.CutShort(ErrorType.UPSTREAM_RESET));

        assertThat(stage.freeze("a1").cause()).isEqualTo(FreezeCause.FAILURES);
        assertThat(stage.shownArm("a1").mean()).isLessThan(0.9);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorType.class,
            names = {"UPSTREAM_CONNECT", "UPSTREAM_DNS", "UPSTREAM_TLS", "UPSTREAM_OVERLOADED", "CLIENT_STALLED"})
    void whatTellsNothingOfTheAccountChangesNothing(ErrorType type) {
        var stage = new Stage(1);
        stage.lease().end(new Outcome.Succeeded());
        var before = stage.pool.snapshot();

        stage.lease().end(new Outcome.Failed(type));

        assertThat(stage.pool.snapshot()).isEqualTo(before);
    }

    @Test
    void aRefusedCredentialFreezesTheAccountAndTheSecondTimeParksIt() {
        var stage = new Stage(1);

        stage.lease(FLASH).end(REFUSED);

        assertThat(stage.refusal(PRO).reason()).isEqualTo(Choice.Reason.AUTH);
        assertThat(stage.refusal(PRO).earliestThaw()).isEqualTo(START.plusSeconds(60));
        stage.move(Duration.ofSeconds(60));
        stage.lease(PRO).end(REFUSED);
        assertThat(stage.refusal())
                .isEqualTo(new Choice.Exhausted(null, Choice.Reason.PARKED, "1 waiting for a person"));
        assertThat(stage.news.lines())
                .containsExactly("frozen a1 * AUTH", "parked a1 account_auth_failed: sign in again");
    }

    @Test
    void callsThatWereUnderWayWhenTheCredentialWasRefusedDoNotParkTheAccount() {
        var stage = new Stage(1);
        var leases = List.of(stage.lease(), stage.lease(), stage.lease());

        leases.forEach(lease -> lease.end(REFUSED));

        assertThat(stage.shown("a1").state()).isEqualTo(PoolSnapshot.State.FROZEN);
    }

    @Test
    void aCredentialThatIsAcceptedAgainIsForgivenTheRefusal() {
        var stage = new Stage(1);
        stage.lease().end(REFUSED);
        stage.move(Duration.ofSeconds(60));
        stage.lease().end(new Outcome.Succeeded());
        stage.move(Duration.ofSeconds(1));

        stage.lease().end(REFUSED);

        assertThat(stage.shown("a1").state()).isEqualTo(PoolSnapshot.State.FROZEN);
    }

    @Test
    void aParkedAccountComesBackWithOtherCredentials() {
        var stage = new Stage(1);
        stage.lease().end(new Outcome.Parked("account_tos_blocked", "appeal"));
        stage.pool.accounts(List.of(Stage.account("a1", "key", null)));
        assertThat(stage.serves("a1")).isFalse();

        stage.pool.accounts(List.of(Stage.account("a1", "another key", null)));

        assertThat(stage.serves("a1")).isTrue();
        assertThat(stage.news.lines()).containsExactly("parked a1 account_tos_blocked: appeal", "unparked a1");
    }

    @Test
    void anOperatorThawsEverything() {
        var stage = new Stage(1);
        stage.lease(FLASH).end(new Outcome.DailyQuota(null, false));
        stage.lease(PRO).end(new Outcome.Parked("account_tos_blocked", "appeal"));

        var thawed = stage.pool.thaw(new AccountId("a1"));

        assertThat(thawed).isTrue();
        assertThat(stage.serves("a1")).isTrue();
        assertThat(stage.pool.thaw(new AccountId("nobody"))).isFalse();
    }

    @Test
    void aDeniedModelIsTriedAgainMuchLaterAndTheOthersServe() {
        var stage = new Stage(1);

        stage.lease(FLASH).end(new Outcome.ModelDenied("enable the API"));

        assertThat(stage.refusal(FLASH).reason()).isEqualTo(Choice.Reason.MODEL_DENIED);
        assertThat(stage.refusal(FLASH).earliestThaw()).isEqualTo(START.plus(Duration.ofHours(6)));
        assertThat(stage.freeze("a1").remedy()).isEqualTo("enable the API");
        assertThat(stage.lease(PRO).account().id()).isEqualTo(new AccountId("a1"));
    }

    @Test
    void theKeysOfOneProjectShareItsQuota() {
        var stage = new Stage(0);
        stage.pool.accounts(List.of(
                Stage.account("a1", "1", "blue"),
                Stage.account("a2", "2", "blue"),
                Stage.account("a3", "3", "green"),
                Stage.account("a4", "4", null)));

        stage.leaseOf("a1").end(new Outcome.RateLimited(Duration.ofSeconds(30), true));

        assertThat(stage.serves("a2")).isFalse();
        assertThat(stage.serves("a3")).isTrue();
        assertThat(stage.serves("a4")).isTrue();
        assertThat(stage.freeze("a2")).isEqualTo(stage.freeze("a1"));
    }

    @Test
    void aQuotaOfTheProjectOfAnUnknownOneIsTheAccountsOwn() {
        var stage = new Stage(2);

        stage.leaseOf("a1").end(new Outcome.DailyQuota(null, true));

        assertThat(stage.serves("a1")).isFalse();
        assertThat(stage.serves("a2")).isTrue();
    }

    @Test
    void theReasonIsThatOfTheAccountThatIsBackFirst() {
        var stage = new Stage(3);
        stage.leaseOf("a1").end(new Outcome.DailyQuota(null, false));
        stage.leaseOf("a2").end(new Outcome.RateLimited(Duration.ofSeconds(40), false));
        stage.leaseOf("a3").end(new Outcome.Parked("account_tos_blocked", "appeal"));

        var refusal = stage.refusal();

        assertThat(refusal.reason()).isEqualTo(Choice.Reason.QUOTA);
        assertThat(refusal.earliestThaw()).isEqualTo(stage.freeze("a2").until());
        assertThat(refusal.detail())
                .startsWith("1 out of quota for flash, 1 out of the day's quota for flash, 1 waiting for a person; ");
    }

    /// Waits until the freeze is over, and tells how long that took.
    private static Duration rest(Stage stage) {
        var rest = Duration.between(
                stage.now(), Objects.requireNonNull(stage.refusal().earliestThaw()));
        stage.move(rest);
        return rest;
    }
}
