package io.geminigateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.Account;
import io.geminigateway.account.AccountId;
import io.geminigateway.account.Backend;
import io.geminigateway.account.Credentials;
import io.geminigateway.account.Secret;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.Content;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Part;
import io.geminigateway.pool.Pool;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSettings;
import io.geminigateway.pool.RetryBudget;
import io.geminigateway.upstream.GeminiCall;
import io.geminigateway.upstream.UpstreamFailure;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Answers used to begin at once; what has not begun after a millisecond is late.
class HedgeTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final ModelName MODEL = new ModelName("gemini-3.8-flash");
    private static final RelaySettings HEDGING =
            RelaySettings.DEFAULT.hedging(HedgeSettings.standard(true).after(Duration.ofMillis(1)));

    private final Context loop = VERTX.getOrCreateContext();
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private final FakeUpstream google = new FakeUpstream();
    private final HeardReply client = new HeardReply();
    private final Pool pool = new Pool(PoolSettings.standard(), clock, () -> new Random(7), PoolListener.silent());

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void aLateAnswerIsAskedOfASecondAccountAndTheFirstToBeginServes() {
        accounts("a", "b");
        var exchange = serveLate();

        onLoop(() -> second().sink.event(text("Hello")));
        onLoop(() -> second().sink.ended());

        assertThat(first().account).isNotEqualTo(second().account);
        assertThat(first().cancelled).isTrue();
        assertThat(second().cancelled).isFalse();
        assertThat(client.events).extracting(HedgeTest::textOf).containsExactly("Hello");
        assertThat(client.ends).isEqualTo(1);
        assertThat(exchange.account()).hasValue(second().account);
        assertThat(exchange.attempts()).isEqualTo(2);
    }

    @Test
    void theLateOneMayStillBeTheFirstToBegin() {
        accounts("a", "b");
        var exchange = serveLate();

        onLoop(() -> first().sink.event(text("Hello")));
        onLoop(() -> first().sink.ended());

        assertThat(second().cancelled).isTrue();
        assertThat(client.events).extracting(HedgeTest::textOf).containsExactly("Hello");
        assertThat(exchange.account()).hasValue(first().account);
    }

    @Test
    void whoIsTooLateIsBlamedForNothing() {
        accounts("a", "b");
        serveLate();
        var before = standing(first());

        onLoop(() -> second().sink.event(text("Hello")));
        onLoop(() -> second().sink.ended());

        assertThat(standing(first())).isEqualTo(before);
        assertThat(inFlight()).isZero();
    }

    @Test
    void whatShowsTheClientNothingWinsNothing() {
        accounts("a", "b");
        serveLate();

        onLoop(() -> first().sink.event(nothing()));
        assertThat(second().cancelled).isFalse();
        onLoop(() -> second().sink.event(text("Hello")));

        assertThat(first().cancelled).isTrue();
        assertThat(client.events).extracting(HedgeTest::textOf).containsExactly("Hello");
    }

    @Test
    void oneThatFailsLeavesItToTheOther() {
        accounts("a", "b", "c");
        serveLate();
        var before = standing(second());

        onLoop(() -> second().sink.failed(failure(ErrorType.UPSTREAM_5XX)));
        assertThat(client.ends).isZero();
        onLoop(() -> first().sink.event(text("Hello")));
        onLoop(() -> first().sink.ended());

        assertThat(google.calls()).hasSize(2);
        assertThat(standing(second())).isNotEqualTo(before);
        assertThat(client.failure).isNull();
        assertThat(client.events).hasSize(1);
    }

    @Test
    void aRefusalThatIsTheRequestsOwnFaultIsToldWhenBothAgree() {
        accounts("a", "b", "c");
        serveLate();

        onLoop(() -> second().sink.failed(failure(ErrorType.INVALID_REQUEST)));
        assertThat(client.ends).isZero();
        onLoop(() -> first().sink.failed(failure(ErrorType.INVALID_REQUEST)));

        assertThat(google.calls()).hasSize(2);
        assertThat(client.failure).isInstanceOf(Failure.InvalidRequest.class);
    }

    @Test
    void aModelThatStumblesIsAskedAgainOnlyWhereNobodyElseIsAsked() {
        accounts("a", "b");
        serveLate();

        onLoop(() -> first().sink.failed(failure(ErrorType.UPSTREAM_MALFORMED)));
        onLoop(() -> second().sink.failed(failure(ErrorType.UPSTREAM_MALFORMED)));

        assertThat(google.calls()).hasSize(3);
        assertThat(google.last().account).isEqualTo(second().account);
    }

    @Test
    void whenBothFailTheRequestMovesOnButHasThreeTriesInAll() {
        accounts("a", "b", "c", "d");
        serveLate();

        onLoop(() -> first().sink.failed(failure(ErrorType.UPSTREAM_5XX)));
        onLoop(() -> second().sink.failed(failure(ErrorType.UPSTREAM_5XX)));
        assertThat(google.calls()).hasSize(3);
        onLoop(() -> google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX)));

        assertThat(google.calls()).hasSize(3);
        assertThat(google.calls()).extracting(call -> call.account).doesNotHaveDuplicates();
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void aWholeAnswerIsHedgedAndWonByWhoHasItAll() {
        accounts("a", "b");
        serveLate(HEDGING, Method.GENERATE_CONTENT);

        onLoop(() -> first().sink.event(text("Let me")));
        onLoop(() -> second().sink.event(text("Hello")));
        onLoop(() -> second().sink.ended());

        assertThat(first().cancelled).isTrue();
        assertThat(client.events).extracting(HedgeTest::textOf).containsExactly("Hello");
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void aClientThatLeavesCancelsBothAndBlamesNobody() {
        accounts("a", "b");
        var exchange = serveLate();
        var before = List.of(standing(first()), standing(second()));

        onLoop(exchange::cancel);

        assertThat(google.calls()).hasSize(2).allMatch(call -> call.cancelled);
        assertThat(List.of(standing(first()), standing(second()))).isEqualTo(before);
        assertThat(inFlight()).isZero();
        assertThat(client.ends).isZero();
    }

    @Test
    void whatEndsTheRequestFromOutsideEndsBoth() {
        accounts("a", "b");
        var exchange = serveLate();

        onLoop(() -> exchange.abandon(new Failure.ShuttingDown("planted")));

        assertThat(google.calls()).allMatch(call -> call.cancelled);
        assertThat(inFlight()).isZero();
        assertThat(client.failure).isInstanceOf(Failure.ShuttingDown.class);
    }

    @Test
    void whenTheTimeIsOverBothAreGivenUp() {
        accounts("a", "b");
        serveLate(HEDGING.totalling(Duration.ofMillis(100), Duration.ofMillis(100)), Method.STREAM_GENERATE_CONTENT);

        until(() -> google.calls().stream().allMatch(call -> call.cancelled));
        onLoop(() -> {});

        assertThat(inFlight()).isZero();
        assertThat(client.failure).isInstanceOf(Failure.UpstreamTimeout.class);
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void aSlowClientPausesBoth() {
        accounts("a", "b");
        var exchange = serveLate();

        onLoop(exchange::pause);
        assertThat(google.calls()).allMatch(call -> call.paused);
        onLoop(exchange::resume);

        assertThat(google.calls()).noneMatch(call -> call.paused);
    }

    @Test
    void aSlowClientIsNotHedged() {
        accounts("a", "b");
        var relay = relay(Commons.of(pool, HEDGING, clock));

        onLoop(() -> relay.serve(call(Method.STREAM_GENERATE_CONTENT), client).pause());

        assertNoMoreThan(1);
    }

    @Test
    void anAnswerThatHasBegunIsNotHedged() {
        accounts("a", "b");
        var relay = relay(Commons.of(pool, HEDGING, clock));

        onLoop(() -> {
            relay.serve(call(Method.STREAM_GENERATE_CONTENT), client);
            google.last().sink.event(text("Hel"));
        });

        assertNoMoreThan(1);
    }

    @Test
    void whereNobodyElseIsThereTheLateOneGoesOn() {
        accounts("a");
        serve(relay(Commons.of(pool, HEDGING, clock)));

        assertNoMoreThan(1);
        onLoop(() -> first().sink.event(text("Hello")));

        assertThat(client.events).hasSize(1);
    }

    @Test
    void nothingIsHedgedUnlessAsked() {
        accounts("a", "b");
        var hedges = RelaySettings.DEFAULT.hedges().after(Duration.ofMillis(1));
        serve(relay(Commons.of(pool, RelaySettings.DEFAULT.hedging(hedges), clock)));

        assertNoMoreThan(1);
    }

    @Test
    void fewRequestsAreHedged() {
        accounts("a", "b");
        var budget = new RetryBudget.Settings(0.02, 0, 1);
        var relay = relay(Commons.of(pool, HEDGING.hedging(HEDGING.hedges().spending(budget)), clock));
        serve(relay);
        until(() -> google.calls().size() == 2);

        for (var i = 0; i < 48; i++) {
            onLoop(() -> relay.serve(call(Method.STREAM_GENERATE_CONTENT), new HeardReply()));
        }

        assertNoMoreThan(50);
    }

    @Test
    void hedgesArePaidFromTheRetryBudgetToo() {
        accounts("a", "b");
        var poor = HEDGING.retrying(new RetryBudget.Settings(0, 0, 0));
        serve(relay(Commons.of(pool, poor, clock)));

        assertNoMoreThan(1);
    }

    private FakeUpstream.Sent first() {
        return google.calls().get(0);
    }

    private FakeUpstream.Sent second() {
        return google.calls().get(1);
    }

    private Exchange serveLate() {
        return serveLate(HEDGING, Method.STREAM_GENERATE_CONTENT);
    }

    private Exchange serveLate(RelaySettings settings, Method method) {
        var relay = relay(Commons.of(pool, settings, clock));
        var exchange = onLoop(() -> relay.serve(call(method), client));
        until(() -> google.calls().size() == 2);
        return exchange;
    }

    private void serve(Relay relay) {
        onLoop(() -> {
            relay.serve(call(Method.STREAM_GENERATE_CONTENT), client);
        });
    }

    private Relay relay(Commons commons) {
        for (var i = 0; i < 20; i++) {
            commons.firstEvents().took(MODEL, true, Duration.ZERO);
            commons.firstEvents().took(MODEL, false, Duration.ZERO);
        }
        return new Relay(VERTX, commons, google, new Random(7));
    }

    /// A timer that was set before this one, and is shorter, has run when this one runs.
    private void assertNoMoreThan(int calls) {
        var past = onLoop(() -> VERTX.timer(20));
        past.await();
        assertThat(google.calls()).hasSize(calls);
    }

    private void onLoop(Runnable story) {
        onLoop(() -> {
            story.run();
            return true;
        });
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

    private void accounts(String... names) {
        pool.accounts(Arrays.stream(names)
                .map(name -> new Account(
                        new AccountId(name),
                        name + ".json",
                        Backend.GEMINI_API,
                        new Credentials.ApiKey(new Secret(name)),
                        null,
                        Account.GLOBAL))
                .toList());
    }

    /// What the pool thinks of the account that served this call.
    private List<?> standing(FakeUpstream.Sent call) {
        return pool.snapshot().accounts().stream()
                .filter(member -> member.id().equals(call.account.id()))
                .map(member -> List.of(member.state(), member.mean()))
                .toList();
    }

    private int inFlight() {
        return pool.snapshot().accounts().stream()
                .mapToInt(member -> member.inFlight())
                .sum();
    }

    private static GeminiCall call(Method method) {
        return new GeminiCall("req_1", MODEL, method, new byte[] {}, "");
    }

    private static UpstreamFailure failure(ErrorType type) {
        return UpstreamFailure.of(type, "planted");
    }

    private static GeminiEvent text(String text) {
        var content = new Content(Content.MODEL, List.of(Part.ofText(text)));
        return event(new Candidate(null, content, null, null, null, null, null));
    }

    private static GeminiEvent nothing() {
        return event(new Candidate(null, null, null, null, null, null, null));
    }

    private static GeminiEvent event(Candidate candidate) {
        return new GeminiEvent(new byte[0], new GenerateContentResponse(List.of(candidate), null, null, null, null));
    }

    private static @Nullable String textOf(GeminiEvent event) {
        return event.response().candidatesOrNone().getFirst().parts().getFirst().text();
    }
}
