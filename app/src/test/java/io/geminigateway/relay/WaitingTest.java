package io.geminigateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One account, which Google has limited for five seconds.
class WaitingTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final ModelName MODEL = new ModelName("gemini-3.8-flash");

    private final Context loop = VERTX.getOrCreateContext();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final FakeUpstream google = new FakeUpstream();
    private final Pool pool = new Pool(PoolSettings.standard(), now::get, () -> new Random(7), PoolListener.silent());
    private final Commons commons = Commons.of(pool, RelaySettings.DEFAULT, now::get);
    private final Relay relay = new Relay(VERTX, commons, google, new Random(7));
    private final HeardReply client = new HeardReply();
    private final HeardReply other = new HeardReply();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @BeforeEach
    void limit() {
        pool.accounts(List.of(new Account(
                new AccountId("a"),
                "a.json",
                Backend.GEMINI_API,
                new Credentials.ApiKey(new Secret("a")),
                null,
                Account.GLOBAL)));
        onLoop(() -> relay.serve(call("first"), new HeardReply()));
        onLoop(() -> {
            google.last().sink.failed(rateLimited(Duration.ofSeconds(5)));
            return true;
        });
    }

    @Test
    void whatRefusedARequestServesItLater() {
        move(Duration.ofSeconds(6));

        until(() -> google.calls().size() == 2);
        assertThat(google.last().call.requestId()).isEqualTo("first");
    }

    @Test
    void whoCameFirstIsServedFirst() {
        onLoop(() -> relay.serve(call("second"), client));
        onLoop(() -> relay.serve(call("third"), other));
        assertThat(google.calls()).hasSize(1);

        move(Duration.ofSeconds(6));

        until(() -> google.calls().size() == 2);
        assertThat(google.last().call.requestId()).isEqualTo("first");
        onLoop(() -> {
            google.last().sink.ended(); // the probe went well: all may pass
            return true;
        });
        until(() -> google.calls().size() == 4);
        assertThat(google.calls())
                .extracting(call -> call.call.requestId())
                .containsExactly("first", "first", "second", "third");
    }

    @Test
    void aClientThatLeavesLeavesTheQueueToo() {
        var second = onLoop(() -> relay.serve(call("second"), client));
        assertThat(commons.room().size()).isEqualTo(2);

        onLoop(() -> {
            second.cancel();
            return true;
        });

        assertThat(commons.room().size()).isEqualTo(1);
        assertThat(client.ends).isZero();
    }

    @Test
    void whoWaitsIsToldWhenTheGatewayGoes() {
        var second = onLoop(() -> relay.serve(call("second"), client));

        onLoop(() -> {
            second.abandon(new Failure.ShuttingDown("planted"));
            return true;
        });

        assertThat(client.failure).isInstanceOf(Failure.ShuttingDown.class);
        assertThat(commons.room().size()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsLongerThanTenSeconds() {
        onLoop(() -> relay.serve(call("second"), client));
        pool.freeze(new AccountId("a"), Duration.ofMinutes(1));

        move(Duration.ofSeconds(9));

        until(() -> commons.room().size() == 0);
        assertThat(google.calls()).hasSize(1);
        assertThat(client.failure).isInstanceOf(Failure.NoAccount.class);
    }

    @Test
    void anOperatorsWordEndsTheWait() {
        pool.thaw(new AccountId("a"));

        until(() -> google.calls().size() == 2);
        assertThat(commons.room().size()).isZero();
    }

    @Test
    void whenTooManyWaitTheNextIsRefusedAtOnce() {
        for (var i = 0; i < 7; i++) {
            onLoop(() -> relay.serve(call("more"), new HeardReply()));
        }
        assertThat(commons.room().size()).isEqualTo(8);

        onLoop(() -> relay.serve(call("too many"), client));

        assertThat(commons.room().size()).isEqualTo(8);
        assertThat(client.failure)
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_250)));
    }

    private void move(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    private <T> T onLoop(Callable<T> story) {
        var done = Promise.<T>promise();
        loop.runOnContext(_ -> {
            try {
                done.complete(story.call());
            } catch (Exception failed) {
                done.fail(failed);
            }
        });
        return done.future().await();
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("did not come true within 10 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static GeminiCall call(String request) {
        return new GeminiCall(request, MODEL, Method.STREAM_GENERATE_CONTENT, new byte[] {}, "");
    }

    private static UpstreamFailure rateLimited(Duration delay) {
        return new UpstreamFailure(
                ErrorType.ACCOUNT_RATE_LIMITED, 429, "RATE_LIMIT_EXCEEDED", "planted", "", delay, null, false);
    }
}
