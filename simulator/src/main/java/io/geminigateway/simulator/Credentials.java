package io.geminigateway.simulator;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tokens of one account. They are numbered, not random: a test that finds one in a log can tell where it came
/// from.
/// Thread-safe: guarded by itself.
final class Credentials {
    record AccessToken(String value, Instant expires) {}

    private final String account;
    private final InstantSource clock;
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private String newestRefreshToken;
    private int handedOut;
    private Duration lifetime = Duration.ofSeconds(3599);
    private boolean rotating;
    private boolean keyRevoked;
    private @Nullable KeyPair keyPair;

    Credentials(String account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        newestRefreshToken = newRefreshToken();
    }

    synchronized AccessToken newAccessToken() {
        return newAccessToken(lifetime);
    }

    synchronized AccessToken newAccessToken(Duration untilExpiry) {
        var token = new AccessToken(
                "ya29.sim-%s-%d".formatted(account, ++handedOut),
                clock.instant().plus(untilExpiry));
        accessTokens.put(token.value(), token.expires());
        return token;
    }

    synchronized boolean accepts(String accessToken) {
        var expires = accessTokens.get(accessToken);
        return expires != null && clock.instant().isBefore(expires);
    }

    synchronized boolean refreshes(String refreshToken) {
        return refreshTokens.contains(refreshToken);
    }

    /// The new refresh token, if this account rotates them; the old one is dead then.
    synchronized Optional<String> rotated(String refreshToken) {
        if (!rotating) {
            return Optional.empty();
        }
        refreshTokens.remove(refreshToken);
        return Optional.of(newRefreshToken());
    }

    synchronized String newRefreshToken() {
        newestRefreshToken = "1//sim-%s-%d".formatted(account, ++handedOut);
        refreshTokens.add(newestRefreshToken);
        return newestRefreshToken;
    }

    /// For login files; dead if the account was revoked since.
    synchronized String newestRefreshToken() {
        return newestRefreshToken;
    }

    synchronized void revoke() {
        refreshTokens.clear();
        keyRevoked = true;
    }

    synchronized void expire() {
        accessTokens.clear();
    }

    synchronized void rotate() {
        rotating = true;
    }

    synchronized void living(Duration newLifetime) {
        lifetime = newLifetime;
    }

    synchronized boolean isKeyRevoked() {
        return keyRevoked;
    }

    /// The service account's; made when first asked for, because that takes a while.
    synchronized KeyPair keyPair() {
        if (keyPair == null) {
            keyPair = generate();
        }
        return keyPair;
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has RSA", impossible);
        }
    }
}
