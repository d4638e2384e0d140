package io.geminigateway.google;

import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Failures as Google words them: a canonical status, and details that its clients read.
final class GoogleErrors {
    private static final String TYPE = "type.googleapis.com/google.rpc.";

    /// Who gives the reasons.
    private static final String DOMAIN = "gemini-gateway";

    /// When a gateway that goes away is replaced.
    private static final Duration SOON = Duration.ofSeconds(1);

    private GoogleErrors() {}

    /// The whole response, while nothing has been sent yet.
    static ErrorAnswer answer(Failure failure) {
        return new ErrorAnswer(face(failure).code(), headers(failure), envelope(failure));
    }

    /// The same for who asked for a list.
    static ErrorAnswer listed(Failure failure) {
        var list = new JsonValue.Elements(List.of(object(failure)));
        return new ErrorAnswer(face(failure).code(), headers(failure), bytes(list));
    }

    /// `{"error":...}`, also as the last word of a stream.
    static byte[] envelope(Failure failure) {
        return bytes(object(failure));
    }

    private record Face(int code, String status) {}

    private static Face face(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest _, Failure.ContextTooLong _ -> new Face(400, "INVALID_ARGUMENT");
            case Failure.Unauthenticated _ -> new Face(401, "UNAUTHENTICATED");
            case Failure.Forbidden _ -> new Face(403, "PERMISSION_DENIED");
            case Failure.NotFound _, Failure.ModelNotFound _ -> new Face(404, "NOT_FOUND");
            case Failure.MethodNotAllowed _ -> new Face(405, "UNIMPLEMENTED");
            case Failure.RequestTimeout _ -> new Face(408, "DEADLINE_EXCEEDED");
            case Failure.RequestTooLarge _ -> new Face(413, "INVALID_ARGUMENT");
            case Failure.UnsupportedMediaType _ -> new Face(415, "INVALID_ARGUMENT");
            case Failure.RateLimited _ -> new Face(429, "RESOURCE_EXHAUSTED");
            case Failure.UpstreamBroken _, Failure.Internal _ -> new Face(500, "INTERNAL");
            case Failure.NoAccount _, Failure.ModelOverloaded _, Failure.Overloaded _, Failure.ShuttingDown _ ->
                new Face(503, "UNAVAILABLE");
            case Failure.UpstreamTimeout _ -> new Face(504, "DEADLINE_EXCEEDED");
        };
    }

    private static JsonValue.Members object(Failure failure) {
        var face = face(failure);
        var error = JsonValue.Members.NONE
                .with("code", JsonValue.of(face.code()))
                .with("message", JsonValue.of(failure.message()))
                .with("status", JsonValue.of(face.status()))
                .with("details", new JsonValue.Elements(details(failure)));
        return JsonValue.Members.NONE.with("error", error);
    }

    private static List<JsonValue> details(Failure failure) {
        var details = new ArrayList<JsonValue>();
        details.add(detail("ErrorInfo")
                .with("reason", JsonValue.of(reason(failure)))
                .with("domain", JsonValue.of(DOMAIN)));
        if (failure instanceof Failure.InvalidRequest invalid && invalid.param() != null) {
            var violation = JsonValue.Members.NONE
                    .with("field", JsonValue.of(invalid.param()))
                    .with("description", JsonValue.of(invalid.message()));
            details.add(detail("BadRequest").with("fieldViolations", new JsonValue.Elements(List.of(violation))));
        }
        if (failure instanceof Failure.RateLimited limited) {
            // Clients read from the name whether today can still help.
            var quota = limited.daily() ? "RequestsPerDayOfAllAccounts" : "RequestsPerMinuteOfAllAccounts";
            var violation = JsonValue.Members.NONE.with("quotaId", JsonValue.of(quota));
            details.add(detail("QuotaFailure").with("violations", new JsonValue.Elements(List.of(violation))));
        }
        var wait = wait(failure);
        if (wait != null) {
            details.add(detail("RetryInfo").with("retryDelay", JsonValue.of(wholeSeconds(wait) + "s")));
        }
        return details;
    }

    private static String reason(Failure failure) {
        return failure instanceof Failure.Unauthenticated
                ? "API_KEY_INVALID"
                : failure.type().wireName().toUpperCase(Locale.ROOT);
    }

    private static JsonValue.Members detail(String type) {
        return JsonValue.Members.NONE.with("@type", JsonValue.of(TYPE + type));
    }

    private static Map<String, String> headers(Failure failure) {
        var headers = new HashMap<String, String>();
        var wait = wait(failure);
        if (wait != null) {
            headers.put("retry-after", Long.toString(wholeSeconds(wait)));
        }
        if (failure instanceof Failure.MethodNotAllowed notAllowed) {
            headers.put("allow", notAllowed.allowed());
        }
        return headers;
    }

    private static @Nullable Duration wait(Failure failure) {
        return failure instanceof Failure.ShuttingDown ? SOON : failure.retryAfter();
    }

    /// Rounded up, so that nobody comes too early; at least one, because 0 means at once.
    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static byte[] bytes(JsonValue value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
