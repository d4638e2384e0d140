package io.geminigateway.account;

import static io.geminigateway.account.CredentialException.Kind.MISCONFIGURED;
import static io.geminigateway.account.CredentialException.Kind.REJECTED;
import static io.geminigateway.account.CredentialException.Kind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenRefresherTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final OAuthClient CLIENT = new OAuthClient("client", new Secret("client-secret"));

    private final TestClock clock = new TestClock();
    private final FakeTokenEndpoint google = new FakeTokenEndpoint();
    private final List<Tokens> saved = new ArrayList<>();
    private final TokenRefresher refresher = refresher(CLIENT);
    private final Logs logs = new Logs();

    @AfterEach
    void close() {
        logs.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().await();
    }

    @Test
    void anApiKeyIsItsOwnCredential() {
        var account = Samples.account("k.json", Samples.API_KEY);

        assertThat(now(refresher.authorize(account)))
                .isEqualTo(new Authorization("x-goog-api-key", new Secret("AQ.any-thing")));
        assertThat(failure(refresher.reauthorize(account, Authorization.apiKey(new Secret("AQ.any-thing"))))
                        .kind())
                .isEqualTo(REJECTED);
    }

    @Test
    void aLiveTokenIsGivenFromMemory() {
        var account = login(Duration.ofHours(1));

        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(google.visits()).isZero();
    }

    @Test
    void anExpiredTokenIsRefreshedAndSaved() {
        var account = login(Duration.ofSeconds(-1));

        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(google.forms)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("grant_type", "refresh_token")
                        .containsEntry("refresh_token", "1//first")
                        .containsEntry("client_id", "client")
                        .containsEntry("client_secret", "client-secret"));
        assertThat(saved)
                .containsExactly(new Tokens(
                        new Secret("1//first"),
                        new Secret("token-1"),
                        "Bearer",
                        clock.instant().plusSeconds(3599),
                        null));
        assertThat(logs.lines("event=oauth.refresh"))
                .singleElement()
                .asString()
                .contains(
                        "INFO",
                        "account=" + account.id(),
                        "file=a.json",
                        "result=ok",
                        "expires_at=2026-11-22T12:59:59Z");
    }

    @Test
    void shortlyBeforeItsEndATokenIsRefreshedBehindTheRequestsBack() {
        var account = login(Duration.ofMinutes(7));
        token(refresher.authorize(account));
        var held = google.nextHeld();

        clock.pass(Duration.ofMinutes(2).plusSeconds(1));
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        held.complete(new TokenEndpoint.Answer(200, google.grant("3599")));

        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(google.visits()).isEqualTo(1);
    }

    @Test
    void accountsThatBeganTogetherDoNotRefreshTogether() {
        var accounts = IntStream.range(0, 200)
                .mapToObj(i -> Samples.account(
                        i + ".json", Samples.login("1//" + i, clock.instant().plus(Duration.ofHours(1)))))
                .toList();
        accounts.forEach(refresher::authorize);

        clock.pass(Duration.ofMinutes(54));
        accounts.forEach(refresher::authorize);
        assertThat(google.visits()).isZero();
        clock.pass(Duration.ofSeconds(30));
        accounts.forEach(refresher::authorize);
        assertThat(google.visits()).isBetween(60, 140);
        clock.pass(Duration.ofSeconds(30));
        accounts.forEach(refresher::authorize);
        assertThat(google.visits()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutExpiryIsGoodUntilItIsRefused() {
        var account = Samples.account(
                "a.json", "{\"credentials\":{\"access_token\":\"ya29.old\",\"refresh_token\":\"1//first\"}}");

        clock.pass(Duration.ofDays(30));
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(token(refresher.reauthorize(account, bearer("ya29.old")))).isEqualTo("token-1");
    }

    @Test
    void aHundredRequestsFromSeveralEventLoopsMakeOneRefresh() {
        var account = login(Duration.ofSeconds(-1));
        var held = google.nextHeld();
        var loops = EventLoops.of(VERTX, 4);

        var asked = IntStream.range(0, 100)
                .mapToObj(i -> loops.ask(i, () -> refresher.authorize(account)))
                .toList();
        loops.settle();
        held.complete(new TokenEndpoint.Answer(200, google.grant("3599")));

        assertThat(asked)
                .allSatisfy(future -> assertThat(EventLoops.await(future)).isEqualTo(bearer("token-1")));
        assertThat(loops.strays()).isZero();
        assertThat(google.visits()).isEqualTo(1);
        assertThat(saved).hasSize(1);
    }

    @Test
    void aRotatedRefreshTokenIsTheNextOneSpent() {
        var account = login(Duration.ofSeconds(-1));
        google.nextRotation("1//second");
        token(refresher.authorize(account));

        clock.pass(Duration.ofHours(2));
        token(refresher.authorize(account));

        assertThat(google.forms).last().satisfies(form -> assertThat(form).containsEntry("refresh_token", "1//second"));
        assertThat(saved).extracting(Tokens::rotated).containsExactly(new Secret("1//second"), null);
        assertThat(saved).last().extracting(Tokens::obtainedWith).isEqualTo(new Secret("1//second"));
    }

    @Test
    void aDeadLoginIsParkedUntilItsFileChanges() {
        var account = login(Duration.ofSeconds(-1));
        google.next(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been expired or revoked.\"}");

        assertThat(failure(refresher.authorize(account)))
                .hasMessageContaining("sign in again")
                .extracting(CredentialException::kind)
                .isEqualTo(REJECTED);
        clock.pass(Duration.ofDays(1));
        assertThat(failure(refresher.authorize(account)).kind()).isEqualTo(REJECTED);
        assertThat(google.visits()).isEqualTo(1);
        assertThat(refresher.status(account.id()).orElseThrow().problem()).isPresent();
        assertThat(saved).isEmpty();

        refresher.changed(account, account);

        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
    }

    @Test
    void aNewLoginReplacesTheDeadOne() {
        var dead = login(Duration.ofSeconds(-1));
        google.next(400, "{\"error\":\"invalid_grant\"}");
        failure(refresher.authorize(dead));
        var alive = Samples.account("a.json", Samples.login("1//by-hand", clock.instant()));

        refresher.changed(dead, alive);

        assertThat(token(refresher.authorize(dead))).isEqualTo("token-1");
        assertThat(google.forms)
                .last()
                .satisfies(form -> assertThat(form).containsEntry("refresh_token", "1//by-hand"));
    }

    @Test
    void aChangedFileWithTheSameLoginKeepsTheNewerTokens() {
        var account = login(Duration.ofSeconds(-1));
        google.nextRotation("1//second");
        token(refresher.authorize(account));

        refresher.changed(account, account.withProject("other"));

        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(google.visits()).isEqualTo(1);
    }

    @Test
    void aNetworkFailureLeavesALiveTokenInUse() {
        var account = login(Duration.ofMinutes(3));
        google.nextUnreachable().next(500, "oops").next(429, "{}").next(503, "<html>");

        for (var i = 0; i < 4; i++) {
            assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
            clock.pass(Duration.ofSeconds(9));
        }

        assertThat(google.visits()).isEqualTo(4);
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
    }

    @Test
    void anUnreachableEndpointIsNotAskedAgainAtOnce() {
        var account = login(Duration.ofSeconds(-1));
        google.next(500, "{}").next(502, "{}");

        assertThat(failure(refresher.authorize(account)).kind()).isEqualTo(UNREACHABLE);
        assertThat(failure(refresher.authorize(account)).kind()).isEqualTo(UNREACHABLE);
        assertThat(google.visits()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        assertThat(failure(refresher.authorize(account)).kind()).isEqualTo(UNREACHABLE);
        clock.pass(Duration.ofSeconds(2));
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
    }

    @Test
    void aRefusedTokenIsRefreshedOnce() {
        var account = login(Duration.ofHours(1));
        var refused = now(refresher.authorize(account));

        assertThat(token(refresher.reauthorize(account, refused))).isEqualTo("token-1");
        assertThat(token(refresher.reauthorize(account, refused))).isEqualTo("token-1");
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(google.visits()).isEqualTo(1);
    }

    @Test
    void aStormOfRefusalsIsNoStormOfRefreshes() {
        var account = login(Duration.ofHours(1));
        var refused = now(refresher.authorize(account));
        refused = now(refresher.reauthorize(account, refused));

        clock.pass(Duration.ofSeconds(9));
        assertThat(failure(refresher.reauthorize(account, refused)).kind()).isEqualTo(REJECTED);
        assertThat(google.visits()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(2));
        assertThat(token(refresher.reauthorize(account, refused))).isEqualTo("token-2");
    }

    @Test
    void aRefusalDuringARefreshWaitsForThatOne() {
        var account = login(Duration.ofMinutes(2));
        var held = google.nextHeld();
        var old = now(refresher.authorize(account));

        var again = refresher.reauthorize(account, old);
        held.complete(new TokenEndpoint.Answer(200, google.grant("3599")));

        assertThat(token(again)).isEqualTo("token-1");
        assertThat(google.visits()).isEqualTo(1);
    }

    @Test
    void aLoginWithoutClientIsAMatterOfConfiguration() {
        var clientless = refresher(null);
        var account = login(Duration.ofSeconds(-1));

        assertThat(failure(clientless.authorize(account)))
                .hasMessageContaining("OAUTH_CLIENT_ID")
                .extracting(CredentialException::kind)
                .isEqualTo(MISCONFIGURED);
        assertThat(google.visits()).isZero();
    }

    @Test
    void theFilesOwnClientWins() {
        var account = Samples.account("g.json", Samples.AUTHORIZED_USER);

        token(refresher.authorize(account));

        assertThat(google.forms)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("client_id", "gcloud-client")
                        .containsEntry("client_secret", "gcloud-secret"));
    }

    @Test
    void aShortLivedTokenIsNotRefreshedAllTheTime() {
        var account = login(Duration.ofSeconds(-1));
        google.nextGrant("60").nextGrant("0").nextGrant("-5");

        token(refresher.authorize(account));
        clock.pass(Duration.ofSeconds(29));
        token(refresher.authorize(account));
        assertThat(google.visits()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(40));
        token(refresher.authorize(account));
        token(refresher.authorize(account));
        assertThat(google.visits()).isEqualTo(2);
    }

    @Test
    void aClockThatJumpsForwardMakesNobodyWaitAndOneRefresh() {
        var account = login(Duration.ofHours(1));
        token(refresher.authorize(account));

        clock.jump(Duration.ofHours(2));
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        clock.jump(Duration.ofHours(-2));
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
        assertThat(google.visits()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsBackDoesNotHideTheEnd() {
        var account = login(Duration.ofHours(1));
        token(refresher.authorize(account));

        clock.jump(Duration.ofDays(-1));
        assertThat(token(refresher.authorize(account))).isEqualTo("ya29.old");
        assertThat(google.visits()).isZero();
        clock.pass(Duration.ofMinutes(61));
        assertThat(token(refresher.authorize(account))).isEqualTo("token-1");
    }

    @Test
    void aServiceAccountSignsForItsToken() {
        var account = Samples.account("s.json", Samples.serviceAccount());

        var answer = refresher.authorize(account).await();

        assertThat(answer).isEqualTo(bearer("token-1"));
        assertThat(google.forms)
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                        .containsKey("assertion"));
        assertThat(saved).isEmpty();
    }

    @Test
    void aRemovedAccountIsForgotten() {
        var account = login(Duration.ofHours(1));
        token(refresher.authorize(account));

        refresher.removed(account);

        assertThat(refresher.status(account.id())).isEmpty();
    }

    private TokenRefresher refresher(@Nullable OAuthClient client) {
        return new TokenRefresher(
                VERTX, google, (_, tokens) -> saved.add(tokens), client, clock.clocks(), new Random(42));
    }

    private Account login(Duration untilExpiry) {
        return Samples.account("a.json", Samples.login("1//first", expiry(untilExpiry)));
    }

    private Instant expiry(Duration untilExpiry) {
        return clock.instant().plus(untilExpiry);
    }

    private static Authorization bearer(String token) {
        return Authorization.bearer(new Secret(token));
    }

    private static String token(Future<Authorization> answer) {
        return now(answer).value().reveal().replace("Bearer ", "");
    }

    private static Authorization now(Future<Authorization> answer) {
        assertThat(answer.succeeded()).isTrue();
        return answer.result();
    }

    private static CredentialException failure(Future<Authorization> answer) {
        assertThat(answer.failed()).isTrue();
        return (CredentialException) answer.cause();
    }
}
