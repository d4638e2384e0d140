package io.geminigateway.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/// The token endpoint: refresh tokens, authorization codes and signed assertions become access tokens. Its errors are
/// flat.
final class TokenDesk {
    private static final String INVALID_GRANT = "invalid_grant";

    private final Accounts accounts;
    private final Consents consents;
    private final InstantSource clock;
    private final Supplier<URI> audience;

    TokenDesk(Accounts accounts, Consents consents, InstantSource clock, Supplier<URI> audience) {
        this.accounts = accounts;
        this.consents = consents;
        this.clock = clock;
        this.audience = audience;
    }

    Optional<SimulatedAccount> caller(Call call) {
        var form = call.form();
        return switch (call.route().kind()) {
            case TOKEN_REFRESH -> accounts.ofToken(form.get("refresh_token"));
            case TOKEN_CODE -> consents.find(form.get("code")).map(Consents.Consent::account);
            case TOKEN_JWT ->
                Assertion.parse(form.get("assertion")).flatMap(assertion -> accounts.ofEmail(assertion.issuer()));
            default -> Optional.empty();
        };
    }

    Answer answer(Call call) {
        return switch (call.route().kind()) {
            case TOKEN_REFRESH -> wrongClient(call).orElseGet(() -> refresh(call.form()));
            case TOKEN_CODE -> wrongClient(call).orElseGet(() -> exchange(call.form()));
            case TOKEN_JWT -> vouch(call.form());
            default ->
                error(
                        400,
                        "unsupported_grant_type",
                        "Invalid grant_type: " + call.form().get("grant_type"));
        };
    }

    private static Optional<Answer> wrongClient(Call call) {
        var sent = call.basic()
                .orElseGet(
                        () -> call.form().get("client_id") + ":" + call.form().get("client_secret"));
        if (sent.equals(Simulator.CLIENT_ID + ":" + Simulator.CLIENT_SECRET)) {
            return Optional.empty();
        }
        var known = sent.startsWith(Simulator.CLIENT_ID + ":");
        return Optional.of(error(
                401,
                "invalid_client",
                known ? "The provided client secret is invalid." : "The OAuth client was not found."));
    }

    private Answer refresh(Form form) {
        var token = form.get("refresh_token");
        var account = accounts.ofToken(token);
        if (account.isEmpty()) {
            return error(400, INVALID_GRANT, "Bad Request");
        }
        var credentials = account.get().credentials();
        if (!credentials.refreshes(token)) {
            return error(400, INVALID_GRANT, "Token has been expired or revoked.");
        }
        var granted = access(credentials);
        credentials.rotated(token).ifPresent(rotated -> granted.put("refresh_token", rotated));
        return Answer.json(granted.put("scope", Simulator.SCOPE));
    }

    private Answer exchange(Form form) {
        var consent = consents.take(form.get("code"));
        if (consent.isEmpty()) {
            return error(400, INVALID_GRANT, "Bad Request");
        }
        if (!consent.get().isFor(form.get("redirect_uri"))) {
            return error(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!consent.get().isProvenBy(form.get("code_verifier"))) {
            return error(400, INVALID_GRANT, "Invalid code verifier.");
        }
        var account = consent.get().account();
        var granted =
                access(account.credentials()).put("scope", Simulator.SCOPE).put("id_token", idToken(account));
        if (consent.get().withRefreshToken()) {
            granted.put("refresh_token", account.credentials().newRefreshToken());
        }
        return Answer.json(granted);
    }

    private Answer vouch(Form form) {
        var assertion = Assertion.parse(form.get("assertion"));
        if (assertion.isEmpty()) {
            return error(400, INVALID_GRANT, "Bad Request");
        }
        var account = accounts.ofEmail(assertion.get().issuer());
        if (account.isEmpty() || account.get().credentials().isKeyRevoked()) {
            return error(400, INVALID_GRANT, "Invalid grant: account not found");
        }
        var credentials = account.get().credentials();
        var fault = assertion.get().fault(credentials.keyPair().getPublic(), audience.get(), clock.instant());
        if (fault.isPresent()) {
            return error(400, INVALID_GRANT, fault.get());
        }
        return assertion.get().hasScope()
                ? Answer.json(access(credentials))
                : error(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }

    private JsonObject access(Credentials credentials) {
        var token = credentials.newAccessToken();
        var seconds = token.expires().getEpochSecond() - clock.instant().getEpochSecond();
        return JsonObject.of("access_token", token.value(), "expires_in", seconds, "token_type", "Bearer");
    }

    /// Who signed in. Nobody checks a signature that came straight from the token endpoint, so there is none worth the
    /// name.
    private static String idToken(SimulatedAccount account) {
        var header = JsonObject.of("alg", "RS256", "typ", "JWT");
        return part(header) + "." + part(account.profile()) + "." + part(JsonObject.of("signed", "no"));
    }

    private static String part(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.encode().getBytes(UTF_8));
    }

    private static Answer error(int status, String error, String description) {
        return Answer.of(Refusal.json(status, JsonObject.of("error", error, "error_description", description)));
    }
}
