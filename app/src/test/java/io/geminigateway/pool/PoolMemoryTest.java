package io.geminigateway.pool;

import static io.geminigateway.pool.Stage.FLASH;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.failure.ErrorType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoolMemoryTest {
    @Test
    void whatWasLearnedOutlivesARestart() {
        var before = new Stage(4);
        before.shares(50, new Outcome.Succeeded());
        before.leaseOf("a1").end(new Outcome.RateLimited(Duration.ofSeconds(40), false));
        before.leaseOf("a2").end(new Outcome.CutShort(ErrorType.UPSTREAM_RESET));
        before.leaseOf("a3").end(new Outcome.Parked("account_tos_blocked", "appeal"));
        before.leaseOf("a4").firstEvent(Duration.ofSeconds(3));

        var after = new Stage(4);
        after.pool.restore(before.pool.state());

        assertThat(after.pool.state()).isEqualTo(before.pool.state());
        assertThat(after.freeze("a1")).isEqualTo(before.freeze("a1"));
        assertThat(after.shown("a3").parked()).isEqualTo(before.shown("a3").parked());
        assertThat(after.shownArm("a2").mean()).isEqualTo(before.shownArm("a2").mean());
        assertThat(after.shownArm("a4").latency())
                .isEqualTo(before.shownArm("a4").latency());
    }

    @Test
    void whatWasLearnedIsTheSameAfterItWasWritten() {
        var stage = new Stage(4);
        stage.shares(50, new Outcome.Succeeded());
        stage.leaseOf("a1").end(new Outcome.RateLimited(Duration.ofSeconds(40), false));
        stage.leaseOf("a3").end(new Outcome.Parked("account_tos_blocked", "appeal"));
        stage.leaseOf("a4").firstEvent(Duration.ofSeconds(3));
        var state = stage.pool.state();

        assertThat(PoolJson.read(PoolJson.write(state))).contains(state);
    }

    @Test
    void whatIsNoStateIsIgnored() {
        assertThat(PoolJson.read("{\"at\":1,\"accounts\":[{\"id\":\"".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PoolJson.read(new byte[0])).isEmpty();
    }

    @Test
    void evidenceFadesWhileTheGatewayIsDown() {
        var before = new Stage(2);
        before.leaseOf("a1").end(new Outcome.CutShort(ErrorType.UPSTREAM_RESET));
        var after = new Stage(2);
        after.move(Duration.ofHours(1));

        after.pool.restore(before.pool.state());

        assertThat(after.shown("a1").mean()).isGreaterThan(0.9);
        assertThat(after.serves("a1")).isTrue();
    }

    @Test
    void accountsThatAreGoneAreLeftOut() {
        var before = new Stage(3);
        before.shares(10, new Outcome.Succeeded());
        var after = new Stage(1);

        after.pool.restore(before.pool.state());

        assertThat(after.pool.snapshot().accounts()).hasSize(1);
    }

    @Test
    void aConversationStaysWhereItsPromptIsCached() {
        var stage = new Stage(5);
        var shares = new HashMap<String, Integer>();
        stage.leaseOf("a3").end(new Outcome.Ignored());
        var ask = new Ask(FLASH, Set.of(), "a conversation");
        var first = (Choice.Chosen) stage.pool.choose(ask);
        first.lease().firstEvent(Duration.ofSeconds(1));
        first.lease().end(new Outcome.Succeeded());

        for (var turn = 0; turn < 100; turn++) {
            var lease = ((Choice.Chosen) stage.pool.choose(ask)).lease();
            shares.merge(lease.account().id().value(), 1, Integer::sum);
            lease.end(new Outcome.Ignored());
        }

        assertThat(shares.get(first.lease().account().id().value())).isGreaterThan(40);
    }

    @Test
    void aChoiceIsExplained() {
        var stage = new Stage(3);
        stage.leaseOf("a2").end(new Outcome.RateLimited(Duration.ofSeconds(30), false));
        stage.leaseOf("a3");

        var candidates = stage.pool.explain(Ask.of(FLASH));

        assertThat(candidates).extracting(candidate -> candidate.id().value()).endsWith("a2");
        assertThat(candidates.getLast().out()).isEqualTo(Choice.Reason.QUOTA);
        assertThat(candidates.getLast().until()).isEqualTo(stage.freeze("a2").until());
        assertThat(candidates.getFirst().score())
                .isGreaterThanOrEqualTo(candidates.get(1).score());
        assertThat(candidates)
                .filteredOn(candidate -> candidate.inFlight() == 1)
                .hasSize(1);
    }
}
