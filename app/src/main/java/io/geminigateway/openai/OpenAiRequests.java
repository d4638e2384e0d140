package io.geminigateway.openai;

import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.RequestBody;
import org.jspecify.annotations.Nullable;

/// How the bodies of all endpoints are read, and what is said of those that cannot be. Thread-safe.
public final class OpenAiRequests<T> {
    private final RequestBody<T> body;

    private OpenAiRequests(Class<T> type) {
        body = RequestBody.of(type);
    }

    public static <T> OpenAiRequests<T> of(Class<T> type) {
        return new OpenAiRequests<>(type);
    }

    public T read(byte[] json) {
        return body.read(json);
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
        return Invalid.missing(param);
    }

    public static GatewayException invalid(@Nullable String param, String message) {
        return Invalid.value(param, message);
    }

    /// What OpenAI has, and Gemini has no way to give.
    public static GatewayException unsupported(String param, String message) {
        return Invalid.unsupported(param, message);
    }
}
