package io.geminigateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuthorizationRequestTest {
    private static final URI REDIRECT = URI.create("http://127.0.0.1:45289/oauth2callback");

    @Test
    void theAddressAsksForOfflineConsentWithStateAndChallenge() throws NoSuchAlgorithmException {
        var request = AuthorizationRequest.of("my client", REDIRECT, new Random(1));

        var address = request.at(AuthorizationRequest.GOOGLE).toString();

        var hash = MessageDigest.getInstance("SHA-256")
                .digest(request.verifier().reveal().getBytes(StandardCharsets.US_ASCII));
        assertThat(address)
                .startsWith("https://accounts.google.com/o/oauth2/v2/auth?")
                .contains("client_id=my%20client", "access_type=offline", "prompt=select_account%20consent")
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A45289%2Foauth2callback")
                .contains("code_challenge_method=S256")
                .contains("code_challenge="
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .doesNotContain(request.verifier().reveal());
    }

    @Test
    void noTwoRequestsShareAStateOrAVerifier() {
        var random = new Random(2);
        var one = AuthorizationRequest.of("c", REDIRECT, random);
        var two = AuthorizationRequest.of("c", REDIRECT, random);

        assertThat(one.at(AuthorizationRequest.GOOGLE)).isNotEqualTo(two.at(AuthorizationRequest.GOOGLE));
        assertThat(one.verifier()).isNotEqualTo(two.verifier());
        assertThat(one.verifier().reveal()).hasSize(43);
    }
}
