package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to one content, in `embedding`, or to a batch, in `embeddings`. Counts come from some backends only.
@Json
public record EmbedContentResponse(
        @Nullable Vector embedding,
        @Nullable List<Vector> embeddings,
        @Nullable UsageMetadata usageMetadata) {

    /// `values` is a JSON list of numbers.
    @Json
    public record Vector(@Json.Raw @Nullable String values) {}

    /// The vectors of either kind of answer, in order.
    public List<Vector> vectors() {
        if (embedding != null) {
            return List.of(embedding);
        }
        return embeddings == null ? List.of() : embeddings;
    }

    /// What the backend counted; 0 where it does not count.
    public int promptTokens() {
        var count = usageMetadata == null ? null : usageMetadata.promptTokenCount();
        return count == null ? 0 : count;
    }
}
