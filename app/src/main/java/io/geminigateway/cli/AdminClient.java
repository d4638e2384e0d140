package io.geminigateway.cli;

import io.geminigateway.admin.ErrorReport;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Speaks to the operator's side of the gateway that runs on this machine.
final class AdminClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final WireJson<ErrorReport> ERROR = WireJson.ofClient(ErrorReport.class);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;

    AdminClient(int port) {
        this.port = port;
    }

    /// The JSON of the answer.
    byte[] get(String path) throws AskException {
        return send(request(path).GET().build());
    }

    byte[] post(String path, String body) throws AskException {
        return send(request(path)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /// The path of an account, as a person names it.
    static String account(String name) {
        return "/accounts/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Reads an answer; what is no such thing does not come from a gateway.
    <T> T read(WireJson<T> as, byte[] json) throws AskException {
        try {
            return as.read(json);
        } catch (MalformedJsonException notOurs) {
            throw stranger();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private byte[] send(HttpRequest request) throws AskException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new AskException(read(ERROR, answer.body()).error().message());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new AskException(
                    "No gateway answers on 127.0.0.1:%d. Is it running (./gateway)? If it has another ADMIN_PORT, name it: --admin-port"
                            .formatted(port));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AskException("Interrupted");
        }
    }

    private AskException stranger() {
        return new AskException(
                "What answers on 127.0.0.1:%d is no operator's side of a gateway; --admin-port names another port"
                        .formatted(port));
    }
}
