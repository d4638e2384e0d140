package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The model asks for a tool; `args` is a JSON object, absent when empty.
@Json
public record FunctionCall(
        @Nullable String id,
        @Nullable String name,
        @Json.Raw @Nullable String args) {}
