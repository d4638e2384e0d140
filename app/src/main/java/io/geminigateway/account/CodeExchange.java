package io.geminigateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.account.CredentialException.Kind;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// Turns the code that a person's consent brought into a login. Each failure says what to do about it, and
/// quotes nothing that was sent.
public final class CodeExchange {
    private static final URI USUAL = URI.create("https://oauth2.googleapis.com/token");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);
    private static final String CLOUD = "https://www.googleapis.com/auth/cloud-platform";

    private final TokenEndpoint endpoint;
    private final InstantSource clock;

    public CodeExchange(TokenEndpoint endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /// Fails with a [CredentialException] only.
    public Future<LoginGrant> redeem(OAuthClient client, URI redirect, Secret code, Secret verifier) {
        var form = Map.of(
                "grant_type", "authorization_code",
                "code", code.reveal(),
                "code_verifier", verifier.reveal(),
                "redirect_uri", redirect.toString(),
                "client_id", client.id(),
                "client_secret", client.secret().reveal());
        return endpoint.post(USUAL, form, null)
                .timeout(PATIENCE)
                .recover(failure -> Future.failedFuture(new CredentialException(
                        Kind.UNREACHABLE,
                        "Google's token endpoint cannot be reached (%s). Check the network, and PROXY if you need one."
                                .formatted(failure.getClass().getSimpleName()))))
                .map(this::granted);
    }

    private LoginGrant granted(TokenEndpoint.Answer answer) {
        JsonText json;
        try {
            json = JsonText.parse(answer.body());
        } catch (JsonSyntaxException _) {
            throw new CredentialException(
                    Kind.UNREACHABLE,
                    "The token endpoint answered %d, and not as Google does. Check OAUTH_TOKEN_ENDPOINT and PROXY."
                            .formatted(answer.status()));
        }
        if (answer.status() != 200) {
            throw refusal(answer.status(), json);
        }
        var scopes = json.string("scope").orElse(CLOUD).split(" ", -1);
        if (Arrays.stream(scopes).noneMatch(CLOUD::equals)) {
            throw new CredentialException(
                    Kind.REJECTED,
                    "The box for Google Cloud was left empty on Google's page. Sign in again, and tick it.");
        }
        return new LoginGrant(
                secret(json, "access_token"),
                secret(json, "refresh_token"),
                json.string("token_type").orElse("Bearer"),
                clock.instant()
                        .plus(json.number("expires_in").map(Duration::ofSeconds).orElse(USUAL_LIFETIME)),
                json.string("id_token").flatMap(CodeExchange::email));
    }

    private static Secret secret(JsonText json, String name) {
        return json.string(name)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .map(Secret::new)
                .orElseThrow(() -> new CredentialException(
                        Kind.REJECTED,
                        "Google gave no %s. Remove this app at https://myaccount.google.com/permissions, and sign in again."
                                .formatted(name.replace('_', ' '))));
    }

    private static CredentialException refusal(int status, JsonText json) {
        var error = json.string("error").orElse("").replaceAll("[^a-z_]", "");
        return switch (error) {
            case "invalid_grant" ->
                new CredentialException(
                        Kind.REJECTED,
                        "Google does not take this code: it was used before, is too old, or belongs to another sign-in."
                                + " Sign in again.");
            case "redirect_uri_mismatch" ->
                new CredentialException(
                        Kind.MISCONFIGURED,
                        "The OAuth client does not allow the address 127.0.0.1. Create one of the type \"Desktop app\".");
            case "invalid_client", "unauthorized_client", "deleted_client", "disabled_client" ->
                new CredentialException(
                        Kind.MISCONFIGURED,
                        "Google does not know this OAuth client, or its secret is wrong. Copy both again from"
                                + " https://console.cloud.google.com/auth/clients");
            default ->
                new CredentialException(
                        status >= 500 ? Kind.UNREACHABLE : Kind.REJECTED,
                        "Google refused the sign-in (%d %s). Try again.".formatted(status, error));
        };
    }

    /// Nobody checks the signature of what came from Google's own endpoint; it is only shown.
    private static Optional<String> email(String idToken) {
        try {
            var parts = idToken.split("\\.", -1);
            var payload = new String(Base64.getUrlDecoder().decode(parts[parts.length > 1 ? 1 : 0]), UTF_8);
            return JsonText.parse(payload)
                    .string("email")
                    .filter(address -> address.chars().noneMatch(Character::isISOControl));
        } catch (IllegalArgumentException | JsonSyntaxException _) {
            return Optional.empty();
        }
    }
}
