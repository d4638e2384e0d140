package io.geminigateway.openai;

import io.geminigateway.dialect.ErrorAnswer;
import io.geminigateway.dialect.RetryHints;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import org.jspecify.annotations.Nullable;

/// Failures the way OpenAI's clients expect them: one envelope with all four members, and hints when to try again.
public final class OpenAiErrors {
    private static final String INVALID_REQUEST = "invalid_request_error";
    private static final String SERVER_ERROR = "server_error";

    private OpenAiErrors() {}

    /// The whole response, while nothing has been sent yet.
    public static ErrorAnswer answer(Failure failure) {
        var face = face(failure);
        return new ErrorAnswer(face.status(), RetryHints.of(failure), envelope(message(failure), face));
    }

    /// What ends a stream that broke after its first byte. Some clients only notice errors that are named so.
    public static void event(Failure failure, Bytes out) {
        SseWriter.event("error", envelope(message(failure), face(failure)), out);
    }

    /// The short name of a failure; some have none.
    public static @Nullable String code(Failure failure) {
        return face(failure).code();
    }

    /// Agents know a prompt that is too long by OpenAI's own words, and read the numbers in them.
    public static String message(Failure failure) {
        if (failure instanceof Failure.ContextTooLong tooLong && tooLong.limit() > 0) {
            return "This model's maximum context length is %d tokens. %sPlease reduce the length of the messages."
                    .formatted(
                            tooLong.limit(),
                            tooLong.tokens() > 0
                                    ? "However, your messages resulted in %d tokens. ".formatted(tooLong.tokens())
                                    : "");
        }
        return failure instanceof Failure.ContextTooLong
                ? "Your input exceeds the context window of this model. " + failure.message()
                : failure.message();
    }

    private record Face(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param) {
        Face(int status, String type, @Nullable String code) {
            this(status, type, code, null);
        }
    }

    private static Face face(Failure failure) {
        return switch (failure) {
            case Failure.InvalidRequest invalid -> new Face(400, INVALID_REQUEST, invalid.code(), invalid.param());
            case Failure.ContextTooLong _ -> new Face(400, INVALID_REQUEST, "context_length_exceeded", "messages");
            case Failure.Unauthenticated _ -> new Face(401, INVALID_REQUEST, "invalid_api_key");
            case Failure.Forbidden _ -> new Face(403, INVALID_REQUEST, "forbidden");
            case Failure.NotFound _ -> new Face(404, INVALID_REQUEST, "not_found");
            case Failure.ModelNotFound _ -> new Face(404, INVALID_REQUEST, "model_not_found", "model");
            case Failure.MethodNotAllowed _ -> new Face(405, INVALID_REQUEST, "method_not_allowed");
            case Failure.RequestTimeout _ -> new Face(408, "timeout", "request_timeout");
            case Failure.RequestTooLarge _ -> new Face(413, INVALID_REQUEST, "request_too_large");
            case Failure.UnsupportedMediaType _ -> new Face(415, INVALID_REQUEST, "unsupported_media_type");
            case Failure.RateLimited limited ->
                limited.daily()
                        ? new Face(429, "insufficient_quota", "insufficient_quota")
                        : new Face(429, "requests", "rate_limit_exceeded");
            case Failure.Internal _ -> new Face(500, SERVER_ERROR, null);
            case Failure.UpstreamBroken broken ->
                new Face(
                        502,
                        SERVER_ERROR,
                        broken.type() == ErrorType.UPSTREAM_EMPTY ? "empty_response" : "upstream_error");
            case Failure.NoAccount _, Failure.ModelOverloaded _, Failure.Overloaded _, Failure.ShuttingDown _ ->
                new Face(503, SERVER_ERROR, "server_is_overloaded");
            case Failure.UpstreamTimeout _ -> new Face(504, SERVER_ERROR, "upstream_timeout");
        };
    }

    private static byte[] envelope(String message, Face face) {
        var out = new Bytes();
        out.append("{\"error\":{\"message\":");
        JsonText.write(message, out);
        out.append(",\"type\":");
        JsonText.write(face.type(), out);
        out.append(",\"param\":");
        JsonText.writeOrNull(face.param(), out);
        out.append(",\"code\":");
        JsonText.writeOrNull(face.code(), out);
        out.append("}}");
        return out.take();
    }
}
