package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// What Google thought of the prompt; only a `blockReason` is a refusal.
@Json
public record PromptFeedback(
        @Nullable String blockReason, @Nullable String blockReasonMessage) {}
