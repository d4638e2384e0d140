package io.geminigateway.prompt;

import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.WireJson;

/// How bodies in JSON are read, and what is said of those that cannot be. Thread-safe.
public final class RequestBody<T> {
    private final WireJson<T> json;

    private RequestBody(Class<T> type) {
        json = WireJson.ofClient(type);
    }

    public static <T> RequestBody<T> of(Class<T> type) {
        return new RequestBody<>(type);
    }

    /// Throws a [io.geminigateway.failure.GatewayException] that blames the client.
    public T read(byte[] body) {
        try {
            return json.read(body);
        } catch (MalformedJsonException e) {
            if (e.path() == null) {
                throw new Failure.InvalidRequest("The body is not valid JSON: " + e.reason()).asException();
            }
            var path = e.path().isEmpty() ? null : e.path(); // empty: the body as a whole
            throw new Failure.InvalidRequest(e.reason(), path, "invalid_value").asException();
        }
    }
}
