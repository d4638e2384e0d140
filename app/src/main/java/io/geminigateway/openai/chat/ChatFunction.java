package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// A function that the model may call; `parameters` is a JSON Schema. Gemini has no word for `strict`.
@Json
public record ChatFunction(
        @Nullable String name,
        @Nullable String description,
        @Json.Raw @Nullable String parameters) {}
