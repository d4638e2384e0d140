package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The referee: Java's own HTTP client, and the requests a caller of Google makes with it.
final class Client implements AutoCloseable {
    static final String MODEL = "gemini-2.5-flash";

    private final Simulator google;
    private final HttpClient http;

    Client(Simulator google) {
        this.google = google;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(google))
                .build();
    }

    private static SSLContext trusting(Simulator google) {
        try (var pem = Files.newInputStream(google.caFile())) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "google", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot trust the simulator", broken);
        }
    }

    static String contents(String text) {
        return "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"%s\"}]}]}".formatted(text);
    }

    HttpRequest.Builder gemini(SimulatedAccount account, String path) {
        return HttpRequest.newBuilder(URI.create(google.http() + path)).header("x-goog-api-key", account.key());
    }

    HttpRequest generate(SimulatedAccount account, String body) {
        return posting(gemini(account, "/v1beta/models/" + MODEL + ":generateContent"), body);
    }

    HttpRequest stream(SimulatedAccount account, String text) {
        var path = "/v1beta/models/" + MODEL + ":streamGenerateContent?alt=sse";
        return posting(gemini(account, path), contents(text));
    }

    HttpRequest codeAssist(String token, String method, String body) {
        return posting(
                HttpRequest.newBuilder(URI.create(google.http() + "/v1internal:" + method))
                        .header("authorization", "Bearer " + token),
                body);
    }

    static HttpRequest posting(HttpRequest.Builder request, String body) {
        return request.header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> token(Map<String, String> fields) {
        return send(HttpRequest.newBuilder(google.tokenEndpoint())
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(new Form(fields).encoded()))
                .build());
    }

    HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken,
                "client_id",
                Simulator.CLIENT_ID,
                "client_secret",
                Simulator.CLIENT_SECRET));
    }

    HttpResponse<String> send(HttpRequest request) {
        return sending(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(HttpRequest request) {
        return sending(request, BodyHandlers.ofInputStream());
    }

    HttpClient http() {
        return http;
    }

    private <T> HttpResponse<T> sending(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    static String message(HttpResponse<String> response) {
        return json(response).getJsonObject("error").getString("message");
    }

    /// The text of one response object.
    static String text(JsonObject response) {
        return response.getJsonArray("candidates")
                .getJsonObject(0)
                .getJsonObject("content")
                .getJsonArray("parts")
                .getJsonObject(0)
                .getString("text");
    }

    /// The text of all events.
    static String streamedText(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> text(new JsonObject(line.substring("data: ".length()))))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        http.close();
    }
}
