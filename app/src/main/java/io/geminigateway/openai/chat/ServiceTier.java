package io.geminigateway.openai.chat;

import io.geminigateway.prompt.Invalid;
import org.jspecify.annotations.Nullable;

/// `service_tier`: Google knows flex and priority by the same names; the rest is its default.
final class ServiceTier {
    private ServiceTier() {}

    static @Nullable String of(ChatRequest request) {
        return switch (request.serviceTier()) {
            case "flex" -> "flex";
            case "priority" -> "priority";
            case "auto", "default", "standard", "scale" -> null;
            case null -> null;
            default -> throw Invalid.value("service_tier", "'service_tier' must be auto, default, flex or priority");
        };
    }
}
