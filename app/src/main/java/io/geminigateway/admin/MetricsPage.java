package io.geminigateway.admin;

import io.geminigateway.account.Secret;
import io.geminigateway.admin.AdminDesk.Answer;
import io.geminigateway.failure.Failure;
import io.geminigateway.telemetry.Exposition;
import io.geminigateway.telemetry.Telemetry;
import io.geminigateway.telemetry.TelemetryNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// `/metrics`, for whoever is let in as the operator and shows the token, if there is one. Written off the event loop,
/// on which clients are served too. On one event loop.
final class MetricsPage {
    static final String PATH = "/metrics";

    private static final String BEARER = "Bearer ";

    private final Vertx vertx;
    private final Telemetry telemetry;
    private final @Nullable Secret token;
    private @Nullable Exposition exposition;

    MetricsPage(Vertx vertx, Telemetry telemetry, @Nullable Secret token) {
        this.vertx = vertx;
        this.telemetry = telemetry;
        this.token = token;
    }

    Future<Answer> show(HttpServerRequest request) {
        if (!isAllowed(request.getHeader("authorization"))) {
            telemetry.count(TelemetryNames.AUTH_FAILURES, "admin", "unauthenticated");
            throw new Failure.Unauthenticated("Metrics ask for METRICS_TOKEN: Authorization: Bearer <token>")
                    .asException();
        }
        var accept = orEmpty(request.getHeader("accept"));
        var zipped = orEmpty(request.getHeader("accept-encoding")).contains("gzip");
        return vertx.executeBlocking(() -> answer(accept, zipped)); // one after the other
    }

    private boolean isAllowed(@Nullable String authorization) {
        return token == null
                || (authorization != null
                        && authorization.startsWith(BEARER)
                        && MessageDigest.isEqual(
                                bytes(authorization.substring(BEARER.length())), bytes(token.reveal())));
    }

    private Answer answer(String accept, boolean zipped) throws IOException {
        if (exposition == null) {
            exposition = new Exposition(telemetry);
        }
        var page = exposition.page(accept);
        return zipped
                ? new Answer(
                        200,
                        Map.of("content-type", page.contentType(), "content-encoding", "gzip"),
                        zipped(page.text()))
                : new Answer(200, Map.of("content-type", page.contentType()), page.text());
    }

    private static byte[] zipped(byte[] text) throws IOException {
        var small = new ByteArrayOutputStream(text.length / 4);
        try (var zip = new GZIPOutputStream(small)) {
            zip.write(text);
        }
        return small.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String header) {
        return header == null ? "" : header;
    }
}
