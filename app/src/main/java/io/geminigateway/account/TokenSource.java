package io.geminigateway.account;

import static io.geminigateway.account.CredentialException.Kind.MISCONFIGURED;
import static io.geminigateway.account.CredentialException.Kind.UNREACHABLE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.spec.InvalidKeySpecException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One visit to the token endpoint, with whatever the account proves itself with. Its future never fails.
final class TokenSource {
    private static final URI USUAL = URI.create("https://oauth2.googleapis.com/token");
    private static final String BEARER_ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String VARIABLES = "OAUTH_CLIENT_ID and OAUTH_CLIENT_SECRET";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final TokenEndpoint endpoint;
    private final @Nullable OAuthClient client;
    private final InstantSource clock;

    /// `client` is for logins whose files name none.
    TokenSource(Vertx vertx, TokenEndpoint endpoint, @Nullable OAuthClient client, InstantSource clock) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.client = client;
        this.clock = clock;
    }

    Future<TokenAnswer> byRefreshToken(Account account, Secret refreshToken, @Nullable OAuthClient own) {
        var issuer = own == null ? client : own;
        if (issuer == null) {
            return Future.succeededFuture(
                    refused(MISCONFIGURED, "no OAuth client to refresh this login with: set " + VARIABLES));
        }
        var form = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", refreshToken.reveal(),
                "client_id", issuer.id(),
                "client_secret", issuer.secret().reveal());
        return visit(account, USUAL, () -> Future.succeededFuture(form));
    }

    Future<TokenAnswer> bySignature(Account account, Credentials.ServiceAccount key) {
        // Off the event loop: signing takes milliseconds, and the first time much longer.
        return visit(account, key.tokenUri(), () -> vertx.executeBlocking(() -> signedForm(key), false));
    }

    private Future<TokenAnswer> visit(Account account, URI usual, Supplier<Future<Map<String, String>>> form) {
        return Future.succeededFuture()
                .compose(_ -> form.get())
                .compose(fields -> endpoint.post(usual, fields, account.proxy()))
                .timeout(PATIENCE)
                .map(answer -> TokenAnswer.read(account, answer))
                .otherwise(failure -> refused(
                        UNREACHABLE,
                        // Without the failure's own words: they may quote what was sent.
                        "the token endpoint cannot be reached (%s)".formatted(name(failure))));
    }

    private static TokenAnswer refused(CredentialException.Kind kind, String message) {
        return new TokenAnswer.Refused(new CredentialException(kind, message));
    }

    private Map<String, String> signedForm(Credentials.ServiceAccount account) throws InvalidKeySpecException {
        var key = ServiceAccountKey.parse(account.privateKey());
        return Map.of("grant_type", BEARER_ASSERTION, "assertion", key.assertion(account, clock.instant()));
    }

    private static String name(Throwable failure) {
        var named = failure.getClass().getSimpleName().isEmpty()
                ? failure.getClass().getSuperclass()
                : failure.getClass();
        return Objects.requireNonNull(named, "every failure has a class").getSimpleName();
    }
}
