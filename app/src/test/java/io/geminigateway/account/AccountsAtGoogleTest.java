package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.SimulatedAccount;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folder, refresher and HTTP together, against the pretend Google.
class AccountsAtGoogleTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Simulator GOOGLE = Simulator.start();

    private final Path path;
    private final AccountFolder folder;
    private final TokenRefresher refresher;

    AccountsAtGoogleTest(@TempDir Path path) throws IOException {
        this.path = path;
        GOOGLE.ledger().clear();
        folder = AccountFolder.open(path, InstantSource.system());
        refresher = refresher(GOOGLE.tokenEndpoint());
        folder.listen(refresher);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @AfterAll
    static void closeGoogle() {
        GOOGLE.close();
        VERTX.close().await();
    }

    @Test
    void aLoginIsRefreshedAndItsFileKeepsThePace() throws IOException {
        var account = given("login", ada -> ada.loginFile(Duration.ofMinutes(-1)));

        var token = await(refresher.authorize(account));
        folder.look();

        assertThat(Files.readString(path.resolve("login.json")))
                .contains(token.value().reveal().replace("Bearer ", ""));
        assertThat(visits(Entry.Kind.TOKEN_REFRESH)).isEqualTo(1);
    }

    @Test
    void aServiceAccountsSignatureIsAccepted() throws IOException {
        var account = given("robot", SimulatedAccount::serviceAccountFile);

        assertThat(await(refresher.authorize(account)).value().reveal()).startsWith("Bearer ya29.sim-robot");
        assertThat(visits(Entry.Kind.TOKEN_JWT)).isEqualTo(1);
    }

    @Test
    void gcloudsLoginIsRefreshed() throws IOException {
        var account = given("gcloud", SimulatedAccount::authorizedUserFile);
        var before = Files.readString(path.resolve("gcloud.json"));

        assertThat(await(refresher.authorize(account)).value().reveal()).startsWith("Bearer ya29.sim-gcloud");
        folder.look();
        assertThat(Files.readString(path.resolve("gcloud.json"))).isEqualTo(before);
    }

    @Test
    void fiveHundredRequestsFromSeveralEventLoopsMakeOneVisit() throws IOException {
        var account = given("crowd", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var loops = EventLoops.of(VERTX, 4);

        var asked = IntStream.range(0, 500)
                .mapToObj(i -> loops.ask(i, () -> refresher.authorize(account)))
                .toList();

        assertThat(asked.stream().map(EventLoops::await).distinct()).hasSize(1);
        assertThat(loops.strays()).isZero();
        assertThat(visits(Entry.Kind.TOKEN_REFRESH)).isEqualTo(1);
    }

    @Test
    void rotatedRefreshTokensSurviveARestart() throws IOException {
        GOOGLE.account("rotating").rotatingRefreshTokens();
        var account = given("rotating", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var first = await(refresher.authorize(account));
        await(refresher.reauthorize(account, first));
        folder.close();

        try (var again = AccountFolder.open(path, InstantSource.system())) {
            var reread = again.accounts().getFirst();
            var restarted = refresher(GOOGLE.tokenEndpoint());
            var live = await(restarted.authorize(reread));

            assertThat(await(restarted.reauthorize(reread, live))).isNotEqualTo(live);
        }
    }

    @Test
    void aRevokedLoginIsParkedAndItsFileUntouched() throws IOException {
        var account = given("revoked", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var before = Files.readString(path.resolve("revoked.json"));
        GOOGLE.account("revoked").revoked();

        assertRefused(() -> refresher.authorize(account), CredentialException.Kind.REJECTED);
        assertRefused(() -> refresher.authorize(account), CredentialException.Kind.REJECTED);
        folder.look();

        assertThat(visits(Entry.Kind.TOKEN_REFRESH)).isEqualTo(1);
        assertThat(Files.readString(path.resolve("revoked.json"))).isEqualTo(before);
        assertThat(folder.accounts()).hasSize(1);
    }

    @Test
    void aParkedAccountServesAgainAfterANewSignIn() throws IOException {
        var account = given("healed", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var text = Files.readString(path.resolve("healed.json"));
        Files.writeString(path.resolve("healed.json"), text.replaceAll("1//sim-healed-\\d+", "1//dead"));
        folder.look();
        assertRefused(() -> refresher.authorize(account), CredentialException.Kind.REJECTED);

        Files.writeString(path.resolve("healed.json"), text);
        folder.look();

        assertThat(await(refresher.authorize(folder.accounts().getFirst()))
                        .value()
                        .reveal())
                .startsWith("Bearer ya29.sim-healed");
    }

    @Test
    void aWrongClientIsNotTheAccountsFault() throws IOException {
        var account = given(
                "clientless", ada -> ada.loginFile(Duration.ofMinutes(-1)).replace(Simulator.CLIENT_SECRET, "wrong"));

        assertRefused(() -> refresher.authorize(account), CredentialException.Kind.MISCONFIGURED);
    }

    @Test
    void aFailingEndpointIsNobodysFault() throws IOException {
        var account = given("unlucky", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        GOOGLE.account("unlucky").nextRefresh(Reaction.error(500, "{}"));

        assertRefused(() -> refresher.authorize(account), CredentialException.Kind.UNREACHABLE);
    }

    @Test
    void anEndpointThatHangsUpIsNobodysFault() throws IOException {
        var account = given("cut", ada -> ada.loginFile(Duration.ofMinutes(2)));
        GOOGLE.account("cut").nextRefresh(Reaction.reset());
        var old = await(refresher.authorize(account));
        GOOGLE.ledger().await(entry -> entry.kind() == Entry.Kind.TOKEN_REFRESH, Duration.ofSeconds(10));

        assertThat(await(refresher.authorize(account))).isEqualTo(old);
    }

    @Test
    void nobodyListeningIsNobodysFault() throws IOException {
        var account = given("alone", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var lost = refresher(URI.create("http://127.0.0.1:1/token"));

        assertRefused(() -> lost.authorize(account), CredentialException.Kind.UNREACHABLE);
    }

    @Test
    void theEndpointMaySpeakTls() throws IOException {
        var account = given("secure", ada -> ada.loginFile(Duration.ofMinutes(-1)));
        var secured = refresher(GOOGLE.https().resolve("/oauth/token"));

        assertThat(await(secured.authorize(account)).value().reveal()).startsWith("Bearer ya29.sim-secure");
    }

    private Account given(String name, Function<SimulatedAccount, String> file) throws IOException {
        Files.writeString(path.resolve(name + ".json"), file.apply(GOOGLE.account(name)));
        folder.look();
        return folder.accounts().getFirst();
    }

    private TokenRefresher refresher(URI endpoint) {
        var trust = new PemTrustOptions().addCertPath(GOOGLE.caFile().toString());
        var client = VERTX.createHttpClient(new HttpClientOptions().setTrustOptions(trust));
        return new TokenRefresher(
                VERTX,
                new HttpTokenEndpoint(client, endpoint, _ -> new ProxyOptions()),
                folder,
                null,
                InstantSource.system(),
                new Random(1));
    }

    private static long visits(Entry.Kind kind) {
        return GOOGLE.ledger().count(entry -> entry.kind() == kind);
    }

    private static void assertRefused(Supplier<Future<Authorization>> asked, CredentialException.Kind kind) {
        assertThatThrownBy(() -> await(asked.get()))
                .isInstanceOfSatisfying(
                        CredentialException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static Authorization await(Future<Authorization> answer) {
        return EventLoops.await(answer);
    }
}
