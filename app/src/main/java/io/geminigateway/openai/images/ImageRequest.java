package io.geminigateway.openai.images;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// What both endpoints are asked for; every other field is ignored. `aspectRatio` and `imageSize` are Gemini's.
@Json(naming = Json.Naming.LowerUnderscore)
record ImageRequest(
        @Nullable String model,
        @Nullable String prompt,
        @Nullable Long n,
        @Nullable String size,
        @Nullable String quality,
        @Nullable String responseFormat,
        @Nullable Boolean stream,
        @Nullable String aspectRatio,
        @Nullable String imageSize) {}
