package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.json;
import static io.geminigateway.simulator.Client.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceAccountTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");
    private final JsonObject file = new JsonObject(ada.serviceAccountFile());

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void aSignedAssertionOpensVertex() {
        var token = json(vouch(file, claims())).getString("access_token");

        var response = client.send(vertex("sim-ada", token));

        assertThat(text(json(response))).contains("this is ada speaking");
        assertThat(google.ledger().of("ada"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.service()).isEqualTo(Entry.Service.VERTEX));
    }

    @Test
    void anotherProjectIsForbidden() {
        var token = json(vouch(file, claims())).getString("access_token");

        assertThat(client.send(vertex("sim-bob", token)).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherKeyDoesNotSignForIt() {
        var bobs = new JsonObject(google.account("bob").serviceAccountFile());

        var response = vouch(bobs, claims());

        assertThat(json(response).getString("error_description")).isEqualTo("Invalid JWT Signature.");
    }

    @Test
    void anAssertionIsShortLived() {
        var response = vouch(file, claims().put("exp", Instant.now().getEpochSecond() + 7200));

        assertThat(json(response).getString("error_description"))
                .startsWith("Invalid JWT: Token must be a short-lived");
    }

    @Test
    void anAssertionIsForThisEndpoint() {
        var response = vouch(file, claims().put("aud", "https://oauth2.googleapis.com/token"));

        assertThat(json(response).getString("error_description")).startsWith("Invalid JWT: Failed audience check");
    }

    @Test
    void aRevokedKeyIsRefused() {
        ada.revoked();

        assertThat(json(vouch(file, claims())).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void gcloudsLoginRefreshes() {
        var login = new JsonObject(ada.authorizedUserFile());

        assertThat(login.getString("type")).isEqualTo("authorized_user");
        assertThat(client.refresh(login.getString("refresh_token")).statusCode())
                .isEqualTo(200);
    }

    private JsonObject claims() {
        var now = Instant.now().getEpochSecond();
        return JsonObject.of(
                "iss",
                file.getString("client_email"),
                "scope",
                "https://www.googleapis.com/auth/cloud-platform",
                "aud",
                file.getString("token_uri"),
                "iat",
                now,
                "exp",
                now + 3600);
    }

    private HttpResponse<String> vouch(JsonObject signer, JsonObject claims) {
        return client.token(Map.of("grant_type", Assertion.GRANT_TYPE, "assertion", signed(signer, claims)));
    }

    private HttpRequest vertex(String project, String token) {
        var path = "/v1beta1/projects/%s/locations/europe-west4/publishers/google/models/gemini-2.5-pro:generateContent"
                .formatted(project);
        return Client.posting(
                HttpRequest.newBuilder(URI.create(google.http() + path)).header("authorization", "Bearer " + token),
                contents("hi"));
    }

    private static String signed(JsonObject signer, JsonObject claims) {
        try {
            var pem = signer.getString("private_key").replaceAll("-----.*-----", "");
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            var content =
                    base64(JsonObject.of("alg", "RS256", "typ", "JWT").encode().getBytes(UTF_8)) + "."
                            + base64(claims.encode().getBytes(UTF_8));
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot sign", broken);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
