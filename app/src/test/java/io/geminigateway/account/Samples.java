package io.geminigateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/// Account files as people have them.
final class Samples {
    static final KeyPair KEY = key();

    static final String API_KEY = """
            {"type": "api_key", "key": "AQ.any-thing"}""";

    /// The seed's own layout, with fields that we do not know.
    static final String LOGIN = """
            {
              "projectId": "my-project",
              "note": {"écrit": "à la main", "n": 1.50},
              "credentials": {
                "access_token": "ya29.old",
                "refresh_token": "1//first",
                "scope": "https:\\/\\/www.googleapis.com/auth/cloud-platform",
                "token_type": "Bearer",
                "expiry_date": 1795348800000,
                "exact": 12345678901234567890.10
              },
              "tail": [1e3, null]
            }
            """;

    static final String AUTHORIZED_USER = """
            {
              "account": "",
              "client_id": "gcloud-client",
              "client_secret": "gcloud-secret",
              "quota_project_id": "quota-project",
              "refresh_token": "1//gcloud",
              "type": "authorized_user",
              "universe_domain": "googleapis.com"
            }
            """;

    private Samples() {}

    static String serviceAccount() {
        return """
                {
                  "type": "service_account",
                  "project_id": "vertex-project",
                  "private_key_id": "k1",
                  "private_key": "%s",
                  "client_email": "robot@vertex-project.iam.gserviceaccount.com",
                  "token_uri": "https://oauth2.googleapis.com/token",
                  "universe_domain": "googleapis.com"
                }
                """.formatted(pem().replace("\n", "\\n"));
    }

    static String login(String refreshToken, Instant expiry) {
        return """
                {"projectId": "p", "credentials": {"access_token": "ya29.old", "refresh_token": "%s", \
                "token_type": "Bearer", "expiry_date": %d}}""".formatted(refreshToken, expiry.toEpochMilli());
    }

    static Account account(String file, String text) {
        if (AccountReader.read(file, text.getBytes(UTF_8)) instanceof Reading.Usable usable) {
            return usable.account();
        }
        throw new IllegalArgumentException("no account: " + text);
    }

    private static String pem() {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(KEY.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
