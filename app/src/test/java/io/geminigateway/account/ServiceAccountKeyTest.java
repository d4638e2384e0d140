package io.geminigateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ServiceAccountKeyTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void theAssertionSaysWhatGoogleWantsToHear() throws Exception {
        var parts = assertion().split("\\.", -1);

        assertThat(text(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}");
        assertThat(text(parts[1]))
                .isEqualTo("{\"iss\":\"robot@vertex-project.iam.gserviceaccount.com\","
                        + "\"scope\":\"https://www.googleapis.com/auth/cloud-platform\","
                        + "\"aud\":\"https://oauth2.googleapis.com/token\",\"iat\":1799999990,\"exp\":1800003590}");
    }

    @Test
    void theAssertionIsSignedByTheKey() throws Exception {
        var assertion = assertion();
        var dot = assertion.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(Samples.KEY.getPublic());
        signature.update(assertion.substring(0, dot).getBytes(UTF_8));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(assertion.substring(dot + 1))))
                .isTrue();
    }

    private static String assertion() throws Exception {
        var account = (Credentials.ServiceAccount)
                Samples.account("s.json", Samples.serviceAccount()).credentials();
        return ServiceAccountKey.parse(account.privateKey()).assertion(account, NOW);
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
