package io.geminigateway.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request with its whole body, taken apart.
final class Call {
    private final HttpServerRequest request;
    private final Buffer body;
    private final Form query;
    private final Form form;
    private final Route route;
    private final Optional<JsonObject> json;

    Call(HttpServerRequest request, Buffer body) {
        this.request = request;
        this.body = body;
        query = Form.parse(Optional.ofNullable(request.query()).orElse(""));
        var contentType = header("content-type").orElse("");
        form = contentType.startsWith("application/x-www-form-urlencoded")
                ? Form.parse(body.toString())
                : Form.parse("");
        route = Route.of(request.path(), form.get("grant_type"));
        json = route.service() == Entry.Service.OAUTH ? Optional.empty() : parse(body);
    }

    private static Optional<JsonObject> parse(Buffer body) {
        try {
            return Json.decodeValue(body) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }

    Route route() {
        return route;
    }

    String method() {
        return request.method().name();
    }

    String path() {
        return request.path();
    }

    Form query() {
        return query;
    }

    Form form() {
        return form;
    }

    Buffer body() {
        return body;
    }

    String text() {
        return body.toString();
    }

    /// The body, if it is a JSON object.
    Optional<JsonObject> json() {
        return json;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    Optional<String> key() {
        return header("x-goog-api-key");
    }

    Optional<String> bearer() {
        return authorization("Bearer ");
    }

    /// User and password, with a colon between them.
    Optional<String> basic() {
        return authorization("Basic ").map(Call::decoded);
    }

    private Optional<String> authorization(String scheme) {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /// The model of the path, or of Code Assist's envelope.
    Optional<String> model() {
        return Optional.ofNullable(route.model())
                .or(() -> json.map(object -> object.getValue("model"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast));
    }

    Occasion occasion(Optional<SimulatedAccount> account, Instant now) {
        var project = account.map(SimulatedAccount::projectId).orElse("unknown");
        return new Occasion(route.service(), model().orElse("unknown"), project, now);
    }

    Asked asked(Optional<SimulatedAccount> account, Instant arrived) {
        return new Asked(
                route,
                account.map(SimulatedAccount::name).orElse(null),
                model().orElse(null),
                method(),
                request.uri(),
                copy(request.headers()),
                body,
                name(request.version()),
                arrived);
    }

    private static Map<String, List<String>> copy(MultiMap headers) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : headers) {
            copy.computeIfAbsent(header.getKey(), _ -> new ArrayList<>()).add(header.getValue());
        }
        return Collections.unmodifiableMap(copy);
    }

    private static String name(HttpVersion version) {
        return switch (version) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
            default -> version.toString();
        };
    }
}
