package io.geminigateway.prompt;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import org.jspecify.annotations.Nullable;

/// Parameters that a request cannot be served with, by their path; null where the request as a whole is meant.
public final class Invalid {
    private Invalid() {}

    public static GatewayException value(@Nullable String param, String message) {
        return new Failure.InvalidRequest(message, param, "invalid_value").asException();
    }

    /// The value is a good one, but not for Gemini, or not for this model.
    public static GatewayException unsupported(String param, String message) {
        return new Failure.InvalidRequest(message, param, "unsupported_value").asException();
    }

    public static GatewayException missing(String param) {
        return new Failure.InvalidRequest("'%s' is missing".formatted(param), param, "missing_required_parameter")
                .asException();
    }
}
