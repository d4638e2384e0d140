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
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final ModelName MODEL = new ModelName("gemini-3.8-flash");

    private static final String SIGNED = "{\"contents\":[{\"role\":\"model\",\"parts\":["
            + "{\"functionCall\":{\"name\":\"f\"},\"thoughtSignature\":\"AAAA\"}]}]}";
    private static final String SEEDED = "{\"contents\":[],\"generationConfig\":{\"seed\":7}}";

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private final FakeUpstream google = new FakeUpstream();
    private final HeardReply client = new HeardReply();
    private final Pool pool = new Pool(PoolSettings.standard(), clock, () -> new Random(7), PoolListener.silent());
    private final Relay relay = relay(RelaySettings.DEFAULT);

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void anAnswerIsPassedOnInOrderAndEndsOnce() {
        accounts("a");
        serve();

        google.last().sink.event(text("Hel"));
        google.last().sink.event(text("lo"));
        google.last().sink.ended();

        assertThat(client.events).extracting(RelayTest::textOf).containsExactly("Hel", "lo");
        assertThat(client.ends).isEqualTo(1);
        assertThat(client.failure).isNull();
    }

    @Test
    void aFailureBeforeTheFirstContentMovesOnToAnotherAccount() {
        accounts("a", "b");
        serve();

        google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));
        google.last().sink.event(text("Hello"));
        google.last().sink.ended();

        assertThat(google.calls()).hasSize(2);
        assertThat(google.calls().get(0).account).isNotEqualTo(google.calls().get(1).account);
        assertThat(client.events).hasSize(1);
        assertThat(client.failure).isNull();
    }

    @Test
    void eventsWithoutContentAreHeldBackAndForgottenWhenTheAttemptFails() {
        accounts("a", "b");
        serve();

        google.last().sink.event(usageOnly());
        google.last().sink.failed(failure(ErrorType.UPSTREAM_TRUNCATED));
        google.last().sink.event(text("Hello"));
        google.last().sink.ended();

        assertThat(client.events).extracting(RelayTest::textOf).containsExactly("Hello");
    }

    @Test
    void afterTheFirstContentNothingIsRetried() {
        accounts("a", "b");
        serve();

        google.last().sink.event(text("Hel"));
        google.last().sink.failed(failure(ErrorType.UPSTREAM_RESET));

        assertThat(google.calls()).hasSize(1);
        assertThat(client.events).hasSize(1);
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void theClientsOwnMistakeIsToldAtOnceAndTouchesNoAccount() {
        accounts("a", "b");
        var before = pool.snapshot();

        for (var i = 0; i < 200; i++) {
            serve();
            google.last().sink.failed(failure(ErrorType.INVALID_REQUEST));
        }

        assertThat(google.calls()).hasSize(200);
        assertThat(client.failure).isInstanceOf(Failure.InvalidRequest.class);
        assertThat(standing()).isEqualTo(standingOf(before));
    }

    @Test
    void aClientThatLeavesCancelsTheCallAndTouchesNoAccount() {
        accounts("a", "b");
        var before = pool.snapshot();

        for (var i = 0; i < 200; i++) {
            serve().cancel();
        }

        assertThat(google.calls()).hasSize(200).allMatch(call -> call.cancelled);
        assertThat(client.ends).isZero();
        assertThat(standing()).isEqualTo(standingOf(before));
    }

    @Test
    void aRateLimitFreezesTheAccountForAsLongAsGoogleSays() {
        accounts("a");
        serve();

        google.last().sink.failed(rateLimited(Duration.ofSeconds(42)));

        assertThat(client.failure)
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofSeconds(42), Duration.ofMillis(42_250)));
    }

    @Test
    void whenAllAreFrozenTheClientIsToldAtOnceWithTheEarliestThaw() {
        accounts("a", "b");
        serve();
        google.last().sink.failed(rateLimited(Duration.ofSeconds(40)));
        google.last().sink.failed(rateLimited(Duration.ofSeconds(20)));

        serve();

        assertThat(google.calls()).hasSize(2);
        assertThat(client.failure)
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_250)));
    }

    @Test
    void aBadKeyIsTheAccountsFaultAndNeverTheClients() {
        accounts("a", "b");
        serve();

        google.last().sink.failed(failure(ErrorType.ACCOUNT_KEY_INVALID));
        google.last().sink.failed(failure(ErrorType.ACCOUNT_KEY_INVALID));

        assertThat(client.failure).isInstanceOf(Failure.NoAccount.class);
    }

    @Test
    void faultsOfGooglesAreTriedThreeTimesAndNoMore() {
        accounts("a", "b", "c", "d", "e");
        serve();

        for (var i = 0; i < 3; i++) {
            google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));
        }

        assertThat(google.calls()).hasSize(3);
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
    }

    @Test
    void aModelThatStumblesIsAskedTwiceMoreThroughTheSameAccount() {
        accounts("a", "b");
        var before = standing();
        serve();

        for (var i = 0; i < 3; i++) {
            google.last().sink.failed(failure(ErrorType.UPSTREAM_MALFORMED));
        }

        assertThat(google.calls()).hasSize(3);
        assertThat(google.calls()).extracting(call -> call.account).containsOnly(google.last().account);
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void aWholeAnswerIsHeldBackUntilItIsKnownToBeOne() {
        accounts("a");
        relay.serve(call(Method.GENERATE_CONTENT), client);

        google.last().sink.event(text("Let me"));
        google.last().sink.failed(failure(ErrorType.UPSTREAM_MALFORMED));
        google.last().sink.event(text("Hello"));
        google.last().sink.ended();

        assertThat(client.events).extracting(RelayTest::textOf).containsExactly("Hello");
        assertThat(client.ends).isEqualTo(1);
    }

    @Test
    void allRequestsPayForFurtherTriesFromOneBudget() {
        accounts("a", "b", "c", "d", "e");
        var poor = relay(RelaySettings.DEFAULT.retrying(new RetryBudget.Settings(0.5, 0, 1)));

        poor.serve(call(), client);
        google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));
        google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));

        assertThat(google.calls()).hasSize(2);
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
    }

    @Test
    void refusalsCostNothingOfTheBudget() {
        accounts("a", "b", "c");
        var poor = relay(RelaySettings.DEFAULT.retrying(new RetryBudget.Settings(0, 0, 0)));

        poor.serve(call(), client);
        google.last().sink.failed(rateLimited(Duration.ofSeconds(42)));
        google.last().sink.failed(rateLimited(Duration.ofSeconds(42)));
        google.last().sink.ended();

        assertThat(google.calls()).hasSize(3);
        assertThat(client.failure).isNull();
    }

    @Test
    void aSignatureThatIsRefusedIsSkippedOnceAndNotRemembered() {
        accounts("a", "b");
        var before = standing();
        relay.serve(saying(SIGNED), client);

        google.last().sink.failed(signatureRefused());
        google.last().sink.failed(signatureRefused());

        assertThat(google.calls()).hasSize(2);
        assertThat(google.calls()).extracting(call -> call.account).containsOnly(google.last().account);
        assertThat(bodyOf(google.last())).isEqualTo(SIGNED.replace("AAAA", "skip_thought_signature_validator"));
        assertThat(client.failure).isInstanceOf(Failure.InvalidRequest.class);
        relay.serve(saying(SIGNED), new HeardReply());
        assertThat(bodyOf(google.last())).isEqualTo(SIGNED);
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void aRemedyIsRememberedForTheModelAtItsBackendOnly() {
        pool.accounts(List.of(account("a", Backend.GEMINI_API)));
        relay.serve(saying(SEEDED), client);
        google.last().sink.failed(refused("Seed is not enabled for this model."));
        google.last().sink.ended();

        pool.accounts(List.of(account("b", Backend.VERTEX)));
        relay.serve(saying(SEEDED), new HeardReply());
        var elsewhere = bodyOf(google.last());
        pool.accounts(List.of(account("a", Backend.GEMINI_API)));
        relay.serve(saying(SEEDED), new HeardReply());

        assertThat(elsewhere).isEqualTo(SEEDED);
        assertThat(bodyOf(google.last())).doesNotContain("seed");
    }

    @Test
    void whoHasHadATurnGetsOneMoreWhenThereIsNobodyElse() {
        accounts("a");
        serve();

        google.last().sink.failed(failure(ErrorType.UPSTREAM_CONNECT));
        assertThat(client.ends).isZero();
        until(() -> google.calls().size() == 2);
        google.last().sink.failed(failure(ErrorType.UPSTREAM_CONNECT));

        assertThat(google.calls()).hasSize(2);
        assertThat(client.failure).isInstanceOf(Failure.UpstreamBroken.class);
    }

    @Test
    void anAccountThatRestsAfterItsFailureIsTriedOnceMoreWhenItIsTheOnlyOne() {
        accounts("a");
        serve();

        google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));
        until(() -> google.calls().size() == 2);
        google.last().sink.event(text("Hello"));
        google.last().sink.ended();

        assertThat(client.events).hasSize(1);
        assertThat(client.failure).isNull();
    }

    @Test
    void aModelThatIsDownIsWorthAFourthTry() {
        var patience = new Patience(Commons.of(pool, RelaySettings.DEFAULT, clock), new Random(7));

        patience.afterFailure(1, true);
        patience.afterFailure(2, true);

        assertThat(patience.afterFailure(3, true)).isPresent();
        assertThat(patience.afterFailure(4, true)).isEmpty();
    }

    @Test
    void withoutAccountsTheClientLearnsWhatToDo() {
        serve();

        assertThat(client.failure)
                .isInstanceOfSatisfying(
                        Failure.NoAccount.class,
                        failure -> assertThat(failure.message()).contains("accounts folder"));
    }

    @Test
    void aModelThatOneBackendLacksIsAskedOfTheOther() {
        pool.accounts(List.of(
                account("a", Backend.GEMINI_API), account("b", Backend.GEMINI_API), account("c", Backend.VERTEX)));
        serve();

        while (client.ends == 0 && google.calls().size() < 5) {
            google.last().sink.failed(failure(ErrorType.MODEL_NOT_FOUND));
        }

        assertThat(google.calls()).hasSize(2);
        assertThat(google.calls())
                .extracting(call -> call.account.backend())
                .containsExactlyInAnyOrder(Backend.GEMINI_API, Backend.VERTEX);
        assertThat(client.failure).isInstanceOf(Failure.ModelNotFound.class);
    }

    @Test
    void aSlowClientPausesTheCallItIsServedBy() {
        accounts("a", "b");
        var exchange = serve();

        exchange.pause();
        google.last().sink.failed(failure(ErrorType.UPSTREAM_5XX));

        assertThat(google.last().paused).isTrue();
        exchange.resume();
        assertThat(google.last().paused).isFalse();
    }

    @Test
    void aRequestThatTakesTooLongIsGivenUp() throws Exception {
        accounts("a");
        var hasty = RelaySettings.DEFAULT.totalling(Duration.ofMillis(20), Duration.ofMillis(20));
        relay(hasty).serve(call(), client);

        VERTX.timer(200, TimeUnit.MILLISECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertThat(google.last().cancelled).isTrue();
        assertThat(client.failure).isInstanceOf(Failure.UpstreamTimeout.class);
    }

    @Test
    void aReplyThatFailsEndsTheExchangeAndTouchesNoAccount() {
        accounts("a");
        var before = standing();
        var failing = new HeardReply() {
            @Override
            public void event(GeminiEvent event) {
                throw new IllegalStateException("planted");
            }
        };
        relay.serve(call(), failing);

        google.last().sink.event(text("Hello"));

        assertThat(failing.failure).isInstanceOf(Failure.Internal.class);
        assertThat(failing.ends).isEqualTo(1);
        assertThat(google.last().cancelled).isTrue();
        assertThat(standing()).isEqualTo(before);
    }

    /// The relay's timers run on a loop of their own.
    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("did not come true within 10 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private Relay relay(RelaySettings settings) {
        return new Relay(VERTX, Commons.of(pool, settings, clock), google, new Random(7));
    }

    private Exchange serve() {
        return relay.serve(call(), client);
    }

    private static GeminiCall call() {
        return call(Method.STREAM_GENERATE_CONTENT);
    }

    private static GeminiCall call(Method method) {
        return new GeminiCall("req_1", MODEL, method, new byte[] {}, "");
    }

    private static GeminiCall saying(String body) {
        return call().saying(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String bodyOf(FakeUpstream.Sent sent) {
        return new String(sent.call.body(), StandardCharsets.UTF_8);
    }

    private static UpstreamFailure signatureRefused() {
        return new UpstreamFailure(
                ErrorType.INVALID_REQUEST, 400, "THOUGHT_SIGNATURE", "planted", "", null, null, false);
    }

    private static UpstreamFailure refused(String message) {
        return UpstreamFailure.of(ErrorType.INVALID_REQUEST, message);
    }

    private void accounts(String... names) {
        pool.accounts(Arrays.stream(names)
                .map(name -> account(name, Backend.GEMINI_API))
                .toList());
    }

    private static Account account(String name, Backend backend) {
        var file = name + ".json";
        return new Account(
                AccountId.ofFile(file), file, backend, new Credentials.ApiKey(new Secret(name)), null, Account.GLOBAL);
    }

    /// What the pool thinks of its accounts, without the calls under way.
    private List<?> standing() {
        return standingOf(pool.snapshot());
    }

    private static List<?> standingOf(io.geminigateway.pool.PoolSnapshot snapshot) {
        return snapshot.accounts().stream()
                .map(member -> List.of(member.id(), member.state(), member.mean()))
                .toList();
    }

    private static UpstreamFailure failure(ErrorType type) {
        return UpstreamFailure.of(type, "planted");
    }

    private static UpstreamFailure rateLimited(Duration delay) {
        return new UpstreamFailure(
                ErrorType.ACCOUNT_RATE_LIMITED, 429, "RATE_LIMIT_EXCEEDED", "planted", "", delay, null, false);
    }

    private static GeminiEvent text(String text) {
        var content = new Content(Content.MODEL, List.of(Part.ofText(text)));
        return event(new Candidate(null, content, null, null, null, null, null));
    }

    private static GeminiEvent usageOnly() {
        return event(new Candidate(null, null, null, null, null, null, null));
    }

    private static GeminiEvent event(Candidate candidate) {
        return new GeminiEvent(new byte[0], new GenerateContentResponse(List.of(candidate), null, null, null, null));
    }

    private static @Nullable String textOf(GeminiEvent event) {
        return event.response().candidatesOrNone().getFirst().parts().getFirst().text();
    }
}
