package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tool gave back: `response` is a JSON object, `parts` the media that belong to it.
@Json
public record FunctionResponse(
        @Nullable String id,
        @Nullable String name,
        @Json.Raw @Nullable String response,
        @Nullable List<Part> parts) {}
