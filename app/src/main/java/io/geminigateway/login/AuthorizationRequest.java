package io.geminigateway.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.geminigateway.account.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// One request for a person's consent. `state` ties the answer to this very request, `verifier` its code to whoever
/// asked (PKCE): so a code that somebody slips in, or intercepts, is worth nothing.
public final class AuthorizationRequest {
    /// Google's consent page, unless the setting names another.
    public static final URI GOOGLE = URI.create("https://accounts.google.com/o/oauth2/v2/auth");

    private static final List<String> SCOPES = List.of(
            "https://www.googleapis.com/auth/cloud-platform",
            "https://www.googleapis.com/auth/userinfo.email",
            "https://www.googleapis.com/auth/userinfo.profile");
    private static final int RANDOM_BYTES = 32;

    private final String clientId;
    private final URI redirect;
    private final String state;
    private final Secret verifier;

    private AuthorizationRequest(String clientId, URI redirect, String state, Secret verifier) {
        this.clientId = clientId;
        this.redirect = redirect;
        this.state = state;
        this.verifier = verifier;
    }

    /// `random` has to be one that nobody can guess.
    public static AuthorizationRequest of(String clientId, URI redirect, RandomGenerator random) {
        return new AuthorizationRequest(clientId, redirect, word(random), new Secret(word(random)));
    }

    /// Where the browser goes. Consent is asked for every time: without it Google gives no refresh token to somebody
    /// who has agreed before.
    public URI at(URI consentPage) {
        var query = Map.of(
                        "client_id",
                        clientId,
                        "redirect_uri",
                        redirect.toString(),
                        "response_type",
                        "code",
                        "scope",
                        String.join(" ", SCOPES),
                        "access_type",
                        "offline",
                        "prompt",
                        "select_account consent",
                        "state",
                        state,
                        "code_challenge",
                        challenge(),
                        "code_challenge_method",
                        "S256")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(joining("&"));
        return URI.create(consentPage + (consentPage.getQuery() == null ? "?" : "&") + query);
    }

    public URI redirect() {
        return redirect;
    }

    /// To be shown with the code; it never was in the browser.
    public Secret verifier() {
        return verifier;
    }

    /// Whether an answer with this state is an answer to this request; in constant time.
    boolean began(String answeredState) {
        return MessageDigest.isEqual(state.getBytes(UTF_8), answeredState.getBytes(UTF_8));
    }

    private String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(verifier.reveal().getBytes(US_ASCII));
            return base64(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static String word(RandomGenerator random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
