package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OAuthTest {
    private static final String VERIFIER = "v".repeat(43);
    private static final String CHALLENGE = "7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM";
    private static final String CALLBACK = "http://127.0.0.1:9/callback";

    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void aRefreshBringsANewAccessTokenAndNoRefreshToken() {
        var granted = json(client.refresh(refreshToken()));

        assertThat(status(granted.getString("access_token"))).isEqualTo(200);
        assertThat(granted.getInteger("expires_in")).isBetween(3597, 3599);
        assertThat(granted.containsKey("refresh_token")).isFalse();
    }

    @Test
    void aRotatingAccountHandsOutANewRefreshTokenAndKillsTheOld() {
        ada.rotatingRefreshTokens();
        var old = refreshToken();

        var rotated = json(client.refresh(old)).getString("refresh_token");

        assertThat(client.refresh(old).statusCode()).isEqualTo(400);
        assertThat(client.refresh(rotated).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsAnInvalidGrant() {
        ada.revoked();

        var response = client.refresh(refreshToken());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response)).isEqualTo(new JsonObject("""
                {"error":"invalid_grant","error_description":"Token has been expired or revoked."}"""));
    }

    @Test
    void aWrongClientIsNoAccountsFault() {
        var response = client.token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken(),
                "client_id",
                "x",
                "client_secret",
                "y"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void theTokenEndpointCanFailOnce() {
        ada.nextRefresh(Reaction.error(500, "{}"), Reaction.ordinary().after(Duration.ofMillis(10)));

        assertThat(client.refresh(refreshToken()).statusCode()).isEqualTo(500);
        assertThat(client.refresh(refreshToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void expiredTokensAreRefused() {
        var login = new JsonObject(ada.loginFile(Duration.ofMinutes(-1))).getJsonObject("credentials");

        assertThat(status(login.getString("access_token"))).isEqualTo(401);
        assertThat(login.getLong("expiry_date")).isLessThan(System.currentTimeMillis());
    }

    @Test
    void allTokensCanExpireAtOnce() {
        var token = json(client.refresh(refreshToken())).getString("access_token");

        ada.expireTokens();

        assertThat(status(token)).isEqualTo(401);
        assertThat(google.ledger().entries().getLast().account()).contains("ada");
    }

    @Test
    void theLifetimeIsTheAccountsOwn() {
        ada.tokenLifetime(Duration.ofSeconds(5));

        assertThat(json(client.refresh(refreshToken())).getInteger("expires_in"))
                .isBetween(4, 5);
    }

    @Test
    void theConsentPageOffersEveryAccount() {
        google.account("bob");

        var page = client.send(HttpRequest.newBuilder(consent("")).build());

        assertThat(page.body()).contains("allow=ada", "Allow ada", "Allow bob", "deny=true");
    }

    @Test
    void aConsentBecomesTokensOnce() {
        var code = callback("&auto=ada").get("code");

        var granted = json(exchange(code, VERIFIER));
        var again = exchange(code, VERIFIER);

        assertThat(status(granted.getString("access_token"))).isEqualTo(200);
        assertThat(client.refresh(granted.getString("refresh_token")).statusCode())
                .isEqualTo(200);
        assertThat(json(again).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aStolenCodeIsWorthNothing() {
        var response = exchange(callback("&auto=ada").get("code"), "guessed");

        assertThat(json(response).getString("error_description")).isEqualTo("Invalid code verifier.");
    }

    @Test
    void theStateComesBackAndSoDoesADenial() {
        assertThat(callback("&allow=ada").get("state")).isEqualTo("a b&c");
        assertThat(callback("&deny=true").fields()).isEqualTo(Map.of("error", "access_denied", "state", "a b&c"));
    }

    @Test
    void whoAskedBeforeGetsNoRefreshToken() {
        exchange(callback("&auto=ada").get("code"), VERIFIER);

        var second = json(exchange(callback("&auto=ada").get("code"), VERIFIER));
        var forced = json(exchange(callback("&auto=ada&prompt=consent").get("code"), VERIFIER));

        assertThat(second.containsKey("refresh_token")).isFalse();
        assertThat(forced.containsKey("refresh_token")).isTrue();
    }

    private String refreshToken() {
        return new JsonObject(ada.loginFile()).getJsonObject("credentials").getString("refresh_token");
    }

    private int status(String accessToken) {
        return client.send(client.codeAssist(accessToken, "loadCodeAssist", "{}"))
                .statusCode();
    }

    private URI consent(String more) {
        var query = new Form(Map.of(
                        "client_id", Simulator.CLIENT_ID,
                        "redirect_uri", CALLBACK,
                        "response_type", "code",
                        "access_type", "offline",
                        "state", "a b&c",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"))
                .encoded();
        return URI.create(google.authEndpoint() + "?" + query + more);
    }

    /// What the callback would be called with.
    private Form callback(String more) {
        var location = client.send(HttpRequest.newBuilder(consent(more)).build())
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(location).startsWith(CALLBACK + "?");
        return Form.parse(location.substring(CALLBACK.length() + 1));
    }

    private HttpResponse<String> exchange(String code, String verifier) {
        return client.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                verifier,
                "client_id",
                Simulator.CLIENT_ID,
                "client_secret",
                Simulator.CLIENT_SECRET));
    }
}
