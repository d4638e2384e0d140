package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import io.geminigateway.gemini.ModelName;
import org.jspecify.annotations.Nullable;

/// With which model an account is to be tested.
@Json
public record TestOrder(@Nullable String model) {
    /// Small, and open to every kind of account.
    public static final ModelName USUAL = ModelName.of("gemini-3.5-flash-lite");

    ModelName modelName() {
        return model == null ? USUAL : ModelName.of(model);
    }
}
