package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// One content to embed. `model` (`models/...`) is only needed inside a batch; `outputDimensionality` asks for a
/// shorter vector than the model's own.
@Json
public record EmbedContentRequest(
        @Nullable String model,
        Content content,
        @Nullable String taskType,
        @Nullable String title,
        @Nullable Integer outputDimensionality) {}
