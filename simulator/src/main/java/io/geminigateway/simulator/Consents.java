package io.geminigateway.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The authorization codes that users allowed and nobody exchanged yet. Thread-safe: guarded by itself.
final class Consents {
    /// What a code was given for.
    record Consent(SimulatedAccount account, Form request, boolean withRefreshToken) {
        boolean isFor(String redirectUri) {
            return request.get("redirect_uri").equals(redirectUri);
        }

        /// Whether whoever exchanges the code is who asked for it; a request without a challenge needs no verifier.
        boolean isProvenBy(String verifier) {
            var challenge = request.get("code_challenge");
            if (challenge.isEmpty()) {
                return true;
            }
            return challenge.equals(request.get("code_challenge_method").equals("S256") ? s256(verifier) : verifier);
        }
    }

    private final Map<String, Consent> codes = new HashMap<>();
    private final Set<String> seenBefore = new HashSet<>();
    private int handedOut;

    /// A code for this account. As at Google, a refresh token comes with the first consent only, unless the user is
    /// asked again.
    synchronized String allow(SimulatedAccount account, Form request) {
        var first = seenBefore.add(account.name());
        var asked = first || request.get("prompt").contains("consent");
        var code = "4/0A-sim-%s-%d".formatted(account.name(), ++handedOut);
        codes.put(
                code,
                new Consent(
                        account, request, asked && request.get("access_type").equals("offline")));
        return code;
    }

    synchronized Optional<Consent> find(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /// A code works once.
    synchronized Optional<Consent> take(String code) {
        return Optional.ofNullable(codes.remove(code));
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
