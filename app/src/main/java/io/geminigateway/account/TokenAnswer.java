package io.geminigateway.account;

import static io.geminigateway.account.CredentialException.Kind.UNREACHABLE;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a visit to the token endpoint came to.
sealed interface TokenAnswer {
    record Granted(
            Secret accessToken,
            String type,
            Duration lifetime,
            @Nullable Secret refreshToken) implements TokenAnswer {}

    record Refused(CredentialException reason) implements TokenAnswer {}

    /// Taken for an answer without a lifetime, or with an absurd one: it must not make us ask again and again.
    Duration USUAL_LIFETIME = Duration.ofHours(1);

    Duration LONGEST_LIFETIME = Duration.ofDays(365);

    static TokenAnswer read(Account account, TokenEndpoint.Answer answer) {
        try {
            var json = JsonText.parse(answer.body());
            return answer.status() == 200
                    ? granted(json)
                    : new Refused(TokenRefusal.meaning(account, answer.status(), json));
        } catch (JsonSyntaxException _) {
            return unusable("the token endpoint answered %d without JSON".formatted(answer.status()));
        }
    }

    private static TokenAnswer granted(JsonText json) {
        var token = secret(json, "access_token");
        if (token.isEmpty()) {
            return unusable("the token endpoint answered 200 without an access token");
        }
        var lifetime = json.number("expires_in")
                .filter(seconds -> seconds > 0 && seconds <= LONGEST_LIFETIME.toSeconds())
                .map(Duration::ofSeconds);
        return new Granted(
                token.get(),
                json.string("token_type").orElse("Bearer"),
                lifetime.orElse(USUAL_LIFETIME),
                secret(json, "refresh_token").orElse(null));
    }

    private static Refused unusable(String message) {
        return new Refused(new CredentialException(UNREACHABLE, message));
    }

    /// It becomes a header, where a line break would begin another one.
    private static Optional<Secret> secret(JsonText json, String name) {
        return json.string(name)
                .filter(value -> value.chars().noneMatch(Character::isISOControl))
                .map(Secret::new);
    }
}
