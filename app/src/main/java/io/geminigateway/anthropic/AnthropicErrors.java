package io.geminigateway.anthropic;

import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.RetryHints;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Failures the way Anthropic's clients expect them. They go by the status and the type, and Claude Code by the very
/// words of some messages.
public final class AnthropicErrors {
    private static final String INVALID_REQUEST = "invalid_request_error";
    private static final String NOT_FOUND = "not_found_error";
    private static final String TIMEOUT = "timeout_error";

    private AnthropicErrors() {}

    /// The whole response, while nothing has been sent yet.
    public static ErrorAnswer answer(Failure failure, @Nullable String requestId) {
        var face = face(failure);
        return new ErrorAnswer(face.status(), headers(failure), envelope(failure, face, requestId));
    }

    /// How many requests are left is known only when none is: Google tells no limits, only that one was met.
    private static Map<String, String> headers(Failure failure) {
        var headers = new HashMap<>(RetryHints.of(failure));
        if (failure instanceof Failure.RateLimited) {
            headers.put("anthropic-ratelimit-requests-remaining", "0");
        }
        return headers;
    }

    /// What ends a stream that broke after its first byte.
    public static void event(Failure failure, Bytes out) {
        SseWriter.event("error", envelope(failure, face(failure), null), out);
    }

    private record Face(int status, String type) {}

    private static Face face(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest _, Failure.ContextTooLong _ -> new Face(400, INVALID_REQUEST);
            case Failure.Unauthenticated _ -> new Face(401, "authentication_error");
            case Failure.Forbidden _ -> new Face(403, "permission_error");
            case Failure.NotFound _, Failure.ModelNotFound _ -> new Face(404, NOT_FOUND);
            case Failure.MethodNotAllowed _ -> new Face(405, INVALID_REQUEST);
            case Failure.RequestTimeout _ -> new Face(408, TIMEOUT);
            case Failure.RequestTooLarge _ -> new Face(413, "request_too_large");
            case Failure.UnsupportedMediaType _ -> new Face(415, INVALID_REQUEST);
            case Failure.RateLimited _ -> new Face(429, "rate_limit_error");
            // 502 and 503 are not in Anthropic's vocabulary: some clients give up on what they do not know
            case Failure.Internal _, Failure.UpstreamBroken _ -> new Face(500, "api_error");
            case Failure.UpstreamTimeout _ -> new Face(504, TIMEOUT);
            case Failure.NoAccount _, Failure.ModelOverloaded _, Failure.Overloaded _, Failure.ShuttingDown _ ->
                new Face(529, "overloaded_error");
        };
    }

    /// Claude Code knows a prompt that is too long by these words, reads the numbers, and offers to compact.
    private static String message(Failure failure) {
        if (!(failure instanceof Failure.ContextTooLong tooLong)) {
            return failure.message();
        }
        if (tooLong.limit() == 0) {
            return "prompt is too long: " + tooLong.message();
        }
        // Google tells the limit alone sometimes; a number is wanted, and the prompt has one more at least
        var tokens = Math.max(tooLong.tokens(), tooLong.limit() + 1);
        return "prompt is too long: %d tokens > %d maximum".formatted(tokens, tooLong.limit());
    }

    private static byte[] envelope(Failure failure, Face face, @Nullable String requestId) {
        var out = new Bytes();
        out.append("{\"type\":\"error\",\"error\":{\"type\":\"")
                .append(face.type())
                .append("\",\"message\":");
        JsonText.write(message(failure), out);
        out.append("}");
        if (requestId != null) {
            out.append(",\"request_id\":");
            JsonText.write(requestId, out);
        }
        out.append("}");
        return out.take();
    }
}
