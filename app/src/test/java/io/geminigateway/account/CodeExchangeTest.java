package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final OAuthClient CLIENT = new OAuthClient("id", new Secret("word"));
    private static final URI REDIRECT = URI.create("http://127.0.0.1:45289/oauth2callback");
    private static final String GRANTED = """
            {"access_token":"ya29.a","refresh_token":"1//r","expires_in":3599,"token_type":"Bearer",
             "scope":"openid https://www.googleapis.com/auth/cloud-platform",
             "id_token":"e30.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9.x"}""";

    private final Map<String, String> sent = new HashMap<>();

    @Test
    void theCodeIsShownWithItsVerifierAndRedirect() {
        var grant = redeem(200, GRANTED);

        assertThat(sent)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "4/0A")
                .containsEntry("code_verifier", "proof")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsEntry("client_secret", "word");
        assertThat(grant.refreshToken()).isEqualTo(new Secret("1//r"));
        assertThat(grant.expiresAt()).isEqualTo(NOW.plusSeconds(3599));
        assertThat(grant.email()).hasValue("ada@example.com");
    }

    @Test
    void aGrantWithoutARefreshTokenIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> redeem(200, GRANTED.replace("refresh_token", "other")))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("no refresh token")
                .hasMessageContaining("https://myaccount.google.com/permissions");
    }

    @Test
    void aGrantWithoutTheCloudIsRefused() {
        assertThatThrownBy(() -> redeem(200, GRANTED.replace("cloud-platform", "userinfo.email")))
                .hasMessageContaining("tick it");
    }

    @Test
    void anIdTokenThatIsNoneDoesNoHarm() {
        assertThat(redeem(200, GRANTED.replaceAll("\"e30[^\"]+\"", "\"%%%\"")).email())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, used before",
        "400, redirect_uri_mismatch, Desktop app",
        "401, invalid_client, secret is wrong",
        "503, whatever, Try again"
    })
    void aRefusalSaysWhatToDo(int status, String error, String words) {
        assertThatThrownBy(() -> redeem(status, "{\"error\":\"%s\",\"error_description\":\"4/0A\"}".formatted(error)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("4/0A");
    }

    @Test
    void somethingElseThanGoogleIsTold() {
        assertThatThrownBy(() -> redeem(200, "<html>")).hasMessageContaining("OAUTH_TOKEN_ENDPOINT");
    }

    private LoginGrant redeem(int status, String body) {
        TokenEndpoint google = (_, form, _) -> {
            sent.putAll(form);
            return Future.succeededFuture(new TokenEndpoint.Answer(status, body));
        };
        return new CodeExchange(google, InstantSource.fixed(NOW))
                .redeem(CLIENT, REDIRECT, new Secret("4/0A"), new Secret("proof"))
                .await();
    }
}
