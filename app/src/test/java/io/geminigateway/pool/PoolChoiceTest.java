package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static io.geminigateway.pool.Stage.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geminigateway.account.AccountId;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoolChoiceTest {
    private static final Outcome GOOD = new Outcome.Succeeded();
    private static final Outcome BAD = new Outcome.Failed(ErrorType.UPSTREAM_5XX);

    @Test
    void anEmptyPoolSaysThatThereIsNoAccount() {
        var stage = new Stage(0);

        assertThat(stage.refusal())
                .isEqualTo(new Choice.Exhausted(null, Choice.Reason.NO_ACCOUNTS, "there is no account"));
    }

    @Test
    void equalAccountsGetEqualShares() {
        var stage = new Stage(5);

        var shares = stage.shares(10_000, GOOD);

        assertThat(shares).hasSize(5);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(1_500, 2_500));
    }

    @Test
    void aLargePoolIsSharedByAll() {
        var stage = new Stage(200);

        var shares = stage.shares(20_000, GOOD);

        assertThat(shares).hasSize(200);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(40, 250));
    }

    @Test
    void theBetterAccountGetsTheMostAndTheWorseOneIsNotForgotten() {
        var settings = Tuned.withoutFailureFreezes();
        var stage = new Stage(settings, 2);
        var shares = new HashMap<String, Integer>();

        for (var request = 0; request < 5_000; request++) {
            stage.move(Duration.ofMillis(500));
            var lease = stage.lease();
            var id = lease.account().id().value();
            shares.merge(id, 1, Integer::sum);
            lease.end(id.equals("a2") && request % 2 == 0 ? BAD : GOOD);
        }

        assertThat(shares.get("a1")).isGreaterThan(4_000);
        assertThat(shares.get("a2")).isGreaterThan(10);
    }

    @Test
    void beliefConvergesToTheSuccessRate() {
        var stage = new Stage(Tuned.withoutFailureFreezes(), 1);

        for (var request = 0; request < 1_000; request++) {
            stage.lease().end(request % 5 == 0 ? BAD : GOOD);
        }

        assertThat(stage.shownArm("a1").mean()).isCloseTo(0.8, within(0.02));
        assertThat(stage.shown("a1").mean()).isCloseTo(0.8, within(0.02));
    }

    @Test
    void oldEvidenceFades() {
        var stage = new Stage(Tuned.withoutFailureFreezes(), 1);
        stage.shares(100, BAD);

        stage.move(Duration.ofMinutes(40));

        assertThat(stage.shownArm("a1").mean()).isCloseTo(2 / 2.2, within(0.05));
    }

    @Test
    void whatIsKnownOfOneModelIsAHintForTheOthers() {
        var stage = new Stage(Tuned.withoutFailureFreezes(), 2);
        for (var call = 0; call < 10; call++) {
            stage.leaseOf("a1").end(BAD);
        }

        var shares = new HashMap<String, Integer>();
        for (var request = 0; request < 100; request++) {
            var lease = stage.lease(PRO);
            shares.merge(lease.account().id().value(), 1, Integer::sum);
            lease.end(new Outcome.Ignored());
        }

        assertThat(shares.get("a2")).isGreaterThan(75);
    }

    @Test
    void theQuickerAccountIsPreferred() {
        var stage = new Stage(2);
        var shares = new HashMap<String, Integer>();

        for (var request = 0; request < 1_000; request++) {
            var lease = stage.lease();
            var id = lease.account().id().value();
            shares.merge(id, 1, Integer::sum);
            lease.firstEvent(id.equals("a1") ? Duration.ofMillis(500) : Duration.ofSeconds(4));
            lease.end(GOOD);
        }

        assertThat(shares.get("a1")).isGreaterThan(900);
        assertThat(stage.shownArm("a1").latency()).isCloseTo(Duration.ofMillis(500), Duration.ofMillis(1));
    }

    @Test
    void aBurstSpreadsOverTheAccounts() {
        var stage = new Stage(10);

        for (var request = 0; request < 100; request++) {
            stage.lease();
        }

        assertThat(stage.pool.snapshot().accounts())
                .allSatisfy(account -> assertThat(account.inFlight()).isBetween(5, 15));
    }

    @Test
    void anAccountThatTheRequestHasTriedIsNotChosenAgain() {
        var stage = new Stage(2);

        for (var request = 0; request < 50; request++) {
            assertThat(stage.leaseOf("a2").account().id().value()).isEqualTo("a2");
        }

        var choice = stage.pool.choose(new Ask(FLASH, Set.of(new AccountId("a1"), new AccountId("a2")), ""));
        assertThat(choice).isEqualTo(new Choice.Exhausted(null, Choice.Reason.TRIED, "2 tried by this request before"));
    }

    @Test
    void aRequestThatOnlySomeCanServeIsServedByThemOrByNobody() {
        var stage = new Stage(3);
        var pinned = new Ask(FLASH, Set.of(), "", Set.of(), Set.of(new AccountId("a2")));
        var gone = new Ask(FLASH, Set.of(), "", Set.of(), Set.of(new AccountId("a9")));

        for (var request = 0; request < 20; request++) {
            assertThat(((Choice.Chosen) stage.pool.choose(pinned))
                            .lease()
                            .account()
                            .id()
                            .value())
                    .isEqualTo("a2");
        }
        stage.pool.freeze(new AccountId("a2"), Duration.ofMinutes(1));

        assertThat(((Choice.Exhausted) stage.pool.choose(pinned)).reason()).isEqualTo(Choice.Reason.PARKED);
        assertThat(((Choice.Exhausted) stage.pool.choose(gone)).reason()).isEqualTo(Choice.Reason.NO_ACCOUNTS);
    }

    @Test
    void aLeaseEndsOnce() {
        var stage = new Stage(1);
        var lease = stage.lease();

        var ends = new ArrayList<Boolean>();
        for (var end : List.of(GOOD, BAD, new Outcome.Ignored())) {
            ends.add(lease.end(end));
        }

        assertThat(ends).containsExactly(true, false, false);
        assertThat(stage.shown("a1").inFlight()).isZero();
        assertThat(stage.news.lines()).isEmpty();
    }

    @Test
    void onlyTheFirstReportOfAFirstEventCounts() {
        var stage = new Stage(1);
        var lease = stage.lease();

        lease.firstEvent(Duration.ofSeconds(1));
        lease.firstEvent(Duration.ofSeconds(9));
        lease.end(GOOD);
        lease.firstEvent(Duration.ofSeconds(9));

        assertThat(stage.shownArm("a1").latency()).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(1));
    }

    @Test
    void clientErrorsChangeNothing() {
        var stage = new Stage(3);
        stage.shares(30, GOOD);
        var before = stage.pool.snapshot();

        stage.shares(200, new Outcome.Ignored());
        stage.shares(200, new Outcome.Failed(ErrorType.INVALID_REQUEST));
        stage.shares(200, new Outcome.CutShort(ErrorType.CLIENT_CLOSED));

        assertThat(stage.pool.snapshot()).isEqualTo(before);
        assertThat(stage.news.lines()).isEmpty();
    }

    @Test
    void madeUpModelNamesDoNotFillTheMemory() {
        var stage = new Stage(1);

        for (var name = 0; name < 2_000; name++) {
            stage.move(Duration.ofMillis(1));
            var lease = stage.lease(new ModelName("made-up-" + name));
            lease.firstEvent(Duration.ofSeconds(1));
            lease.end(GOOD);
        }

        assertThat(stage.shown("a1").models()).hasSize(256);
    }

    @Test
    void accountsThatStayKeepWhatIsKnownOfThem() {
        var stage = new Stage(2);
        stage.leaseOf("a1").end(BAD);
        var known = stage.shown("a1");

        stage.pool.accounts(List.of(Stage.account("a3", "key", null), Stage.account("a1", "key", null)));

        assertThat(stage.pool.snapshot().accounts())
                .extracting(account -> account.id().value())
                .containsExactly("a3", "a1");
        assertThat(stage.shown("a1")).isEqualTo(known);
    }

    @Test
    void aLeaseOutlivesItsAccount() {
        var stage = new Stage(1);
        var lease = stage.lease();

        stage.pool.accounts(List.of());

        assertThat(lease.end(BAD)).isTrue();
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.NO_ACCOUNTS);
    }
}
