package io.geminigateway.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// The private key of a service account, which signs for its access tokens (RFC 7523). Slow: a few milliseconds.
final class ServiceAccountKey {
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final Duration LIFE = Duration.ofHours(1);

    /// Google refuses what is issued in its future, and clocks differ.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey key;

    private ServiceAccountKey(PrivateKey key) {
        this.key = key;
    }

    static ServiceAccountKey parse(Secret pem) throws InvalidKeySpecException {
        var body = pem.reveal()
                .replace("-----BEGIN PRIVATE KEY-----", "")
                .replace("-----END PRIVATE KEY-----", "")
                .replaceAll("\\s", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            return new ServiceAccountKey(KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (IllegalArgumentException _) {
            throw new InvalidKeySpecException("not Base64");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    /// The signed claim that trades for an access token.
    String assertion(Credentials.ServiceAccount account, Instant now) {
        var issued = now.minus(CLOCK_SKEW);
        var keyId = account.keyId().isBlank() ? "" : ",\"kid\":" + JsonText.quoted(account.keyId());
        var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"%s}".formatted(keyId);
        var claims = "{\"iss\":%s,\"scope\":\"%s\",\"aud\":%s,\"iat\":%d,\"exp\":%d}"
                .formatted(
                        JsonText.quoted(account.email()),
                        SCOPE,
                        JsonText.quoted(account.tokenUri().toString()),
                        issued.getEpochSecond(),
                        issued.plus(LIFE).getEpochSecond());
        var signed = encoded(header) + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(signature(signed));
    }

    private byte[] signature(String signed) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an RSA key that was read can sign", impossible);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
