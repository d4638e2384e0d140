package io.geminigateway.server;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/// Lets browser pages call the gateway, whatever origin they come from: a key in a header is what protects it, not an
/// origin. The same headers go on errors, or the page would see "failed to fetch" instead of the reason.
final class Cors {
    private static final String EXPOSED = String.join(
            ", ",
            RequestId.HEADER,
            RequestId.ANTHROPICS_HEADER,
            "retry-after",
            "retry-after-ms",
            "x-should-retry",
            "x-gateway-dropped",
            "x-goog-upload-status",
            "x-goog-upload-url");

    private Cors() {}

    static void allow(HttpServerRequest request) {
        if (request.headers().contains("origin")) {
            request.response()
                    .putHeader("access-control-allow-origin", "*")
                    .putHeader("access-control-expose-headers", EXPOSED);
        }
    }

    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS);
    }

    /// Answers before anybody asks for a key: a browser sends none with its preflight. The requested headers are
    /// echoed, because `*` does not cover `Authorization`.
    static void answerPreflight(HttpServerRequest request) {
        var response = request.response()
                .setStatusCode(204)
                .putHeader("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS")
                .putHeader("access-control-max-age", "86400")
                .putHeader("vary", "access-control-request-headers");
        var wanted = request.getHeader("access-control-request-headers");
        if (wanted != null) {
            response.putHeader("access-control-allow-headers", wanted);
        }
        if ("true".equals(request.getHeader("access-control-request-private-network"))) {
            response.putHeader("access-control-allow-private-network", "true");
        }
        response.end();
    }
}
