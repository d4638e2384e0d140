package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/// The files by which a program gets to know an account.
final class AccountFiles {
    private final String account;
    private final Credentials credentials;
    private final Supplier<URI> tokenEndpoint;

    AccountFiles(String account, Credentials credentials, Supplier<URI> tokenEndpoint) {
        this.account = account;
        this.credentials = credentials;
        this.tokenEndpoint = tokenEndpoint;
    }

    String apiKey(String key) {
        return JsonObject.of("type", "api_key", "key", key).encodePrettily();
    }

    String login(Optional<String> project, Duration untilExpiry) {
        var token = credentials.newAccessToken(untilExpiry);
        var file = new JsonObject();
        project.ifPresent(id -> file.put("projectId", id));
        return file.put(
                        "credentials",
                        JsonObject.of(
                                "access_token", token.value(),
                                "refresh_token", credentials.newestRefreshToken(),
                                "token_type", "Bearer",
                                "expiry_date", token.expires().toEpochMilli()))
                .put("client_id", Simulator.CLIENT_ID)
                .put("client_secret", Simulator.CLIENT_SECRET)
                .encodePrettily();
    }

    String authorizedUser(String project) {
        return JsonObject.of(
                        "type",
                        "authorized_user",
                        "client_id",
                        Simulator.CLIENT_ID,
                        "client_secret",
                        Simulator.CLIENT_SECRET,
                        "refresh_token",
                        credentials.newestRefreshToken(),
                        "quota_project_id",
                        project,
                        "universe_domain",
                        "googleapis.com")
                .encodePrettily();
    }

    String serviceAccount(String project, String email) {
        return new JsonObject()
                .put("type", "service_account")
                .put("project_id", project)
                .put("private_key_id", "sim-key-" + account)
                .put("private_key", pem())
                .put("client_email", email)
                .put("client_id", "100000000000000000000")
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", tokenEndpoint.get().toString())
                .put("auth_provider_x509_cert_url", "https://www.googleapis.com/oauth2/v1/certs")
                .put("client_x509_cert_url", "https://www.googleapis.com/robot/v1/metadata/x509/" + email)
                .put("universe_domain", "googleapis.com")
                .encodePrettily();
    }

    private String pem() {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        var body = encoder.encodeToString(credentials.keyPair().getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }
}
