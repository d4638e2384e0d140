package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static io.geminigateway.pool.Stage.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PoolOutageTest {
    private static final Outcome FAILED = new Outcome.Failed(ErrorType.UPSTREAM_5XX);

    @Test
    void whenAModelIsDownNobodyIsFrozenAndCallsTrickle() {
        var stage = new Stage(10);
        var leases = IntStream.range(0, 10).mapToObj(call -> stage.lease()).toList();

        leases.forEach(lease -> lease.end(FAILED));

        assertThat(stage.pool.down(FLASH)).isTrue();
        assertThat(stage.pool.snapshot().accounts())
                .allSatisfy(account -> assertThat(account.models()).allMatch(arm -> arm.freeze() == null));
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.MODEL);
        stage.move(Duration.ofSeconds(1));
        stage.lease();
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.MODEL);
    }

    @Test
    void otherModelsServeOn() {
        var stage = new Stage(10);
        IntStream.range(0, 10).mapToObj(call -> stage.lease()).toList().forEach(lease -> lease.end(FAILED));

        assertThat(stage.pool.down(PRO)).isFalse();
        assertThat(stage.lease(PRO).end(new Outcome.Succeeded())).isTrue();
    }

    @Test
    void aModelThatIsBackServesAllAgain() {
        var stage = new Stage(10);
        IntStream.range(0, 10).mapToObj(call -> stage.lease()).toList().forEach(lease -> lease.end(FAILED));

        for (var second = 0; second < 3; second++) {
            stage.move(Duration.ofSeconds(1));
            stage.lease().end(new Outcome.Succeeded());
        }

        assertThat(stage.pool.down(FLASH)).isFalse();
        assertThat(stage.shares(100, new Outcome.Succeeded())).hasSizeGreaterThan(5);
    }

    @Test
    void googlesWordThatTheModelIsOverloadedFreezesNobody() {
        var stage = new Stage(10);
        var leases = IntStream.range(0, 10).mapToObj(call -> stage.lease()).toList();

        leases.forEach(lease -> lease.end(new Outcome.ModelOverloaded(null)));

        assertThat(stage.news.lines()).isEmpty();
        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.MODEL);
    }

    @Test
    void theOnlyAccountIsTriedAgainAtOnceAndThenEveryTwoSeconds() {
        var stage = new Stage(1);
        stage.lease().end(FAILED);
        stage.move(Duration.ofMillis(10));

        stage.lease().end(FAILED);

        assertThat(stage.refusal().reason()).isEqualTo(Choice.Reason.FAILURES);
        assertThat(stage.refusal().earliestThaw()).isEqualTo(stage.now().plusSeconds(2));
        stage.move(Duration.ofSeconds(2));
        stage.lease().end(new Outcome.Succeeded());
        assertThat(stage.shownArm("a1").state()).isEqualTo(PoolSnapshot.State.ACTIVE);
    }

    @Test
    void nobodyIsTriedBeforeItsTimeWhileOthersServe() {
        var stage = new Stage(2);
        stage.leaseOf("a1").end(FAILED);

        var shares = stage.shares(100, new Outcome.Succeeded());

        assertThat(shares).containsOnlyKeys("a2");
    }
}
