package io.geminigateway.openai;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.WireJson;
import org.jspecify.annotations.Nullable;

/// How the bodies of all endpoints are read, and what is said of those that cannot be. Thread-safe.
public final class OpenAiRequests<T> {
    private final WireJson<T> json;

    private OpenAiRequests(Class<T> type) {
        json = WireJson.ofClient(type);
    }

    public static <T> OpenAiRequests<T> of(Class<T> type) {
        return new OpenAiRequests<>(type);
    }

    public T read(byte[] body) {
        try {
            return json.read(body);
        } catch (MalformedJsonException e) {
            if (e.path() == null) {
                throw new Failure.InvalidRequest("The body is not valid JSON: " + e.reason()).asException();
            }
            throw invalid(e.path(), e.reason());
        }
    }

    /// The model that a request names, or `otherwise` where the endpoint lets it be left out.
    public static ModelName model(ModelCatalog models, @Nullable String spoken, @Nullable String otherwise) {
        var name = spoken == null || spoken.isBlank() ? otherwise : spoken;
        if (name == null) {
            throw missing("model");
        }
        return models.resolve(name);
    }

    public static GatewayException missing(String param) {
        return new Failure.InvalidRequest("'%s' is missing".formatted(param), param, "missing_required_parameter")
                .asException();
    }

    public static GatewayException invalid(String param, String message) {
        return new Failure.InvalidRequest(message, param, "invalid_value").asException();
    }

    /// What OpenAI has, and Gemini has no way to give.
    public static GatewayException unsupported(String param, String message) {
        return new Failure.InvalidRequest(message, param, "unsupported_value").asException();
    }
}
