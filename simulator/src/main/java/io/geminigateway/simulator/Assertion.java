package io.geminigateway.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The signed claim by which a service account asks for an access token.
final class Assertion {
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static final String TIMEFRAME = "Invalid JWT: Token must be a short-lived token (60 minutes) and in a"
            + " reasonable timeframe. Check your iat and exp values in the JWT claim.";
    private static final long LONGEST_LIFE = 3600;
    private static final long CLOCK_SKEW = 300;

    private final String signed;
    private final String signature;
    private final JsonObject header;
    private final JsonObject claims;

    private Assertion(String signed, String signature, JsonObject header, JsonObject claims) {
        this.signed = signed;
        this.signature = signature;
        this.header = header;
        this.claims = claims;
    }

    static Optional<Assertion> parse(String jwt) {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var signed = parts[0] + "." + parts[1];
            return Optional.of(new Assertion(signed, parts[2], decode(parts[0]), decode(parts[1])));
        } catch (IllegalArgumentException | DecodeException malformed) {
            return Optional.empty();
        }
    }

    private static JsonObject decode(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), UTF_8));
    }

    String issuer() {
        return text("iss");
    }

    /// Why Google would not take it, in its words.
    Optional<String> fault(PublicKey key, URI audience, Instant now) {
        if (!isSignedBy(key)) {
            return Optional.of("Invalid JWT Signature.");
        }
        if (!text("aud").equals(audience.toString())) {
            return Optional.of("Invalid JWT: Failed audience check. The right audience is " + audience);
        }
        if (!(claims.getValue("iat") instanceof Number issued) || !(claims.getValue("exp") instanceof Number expires)) {
            return Optional.of(TIMEFRAME);
        }
        var life = expires.longValue() - issued.longValue();
        var early = issued.longValue() > now.getEpochSecond() + CLOCK_SKEW;
        var late = expires.longValue() < now.getEpochSecond();
        return life > LONGEST_LIFE || early || late ? Optional.of(TIMEFRAME) : Optional.empty();
    }

    boolean hasScope() {
        return !text("scope").isEmpty();
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(UTF_8));
            return "RS256".equals(header.getValue("alg"))
                    && verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private String text(String claim) {
        return claims.getValue(claim) instanceof String text ? text : "";
    }
}
