package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the answers. `index` is absent on the first; `finishReason` only comes with the last event.
@Json
public record Candidate(
        @Nullable Integer index,
        @Nullable Content content,
        @Nullable String finishReason,
        @Nullable String finishMessage,
        @Json.Raw @Nullable String groundingMetadata,
        @Json.Raw @Nullable String citationMetadata,
        @Json.Raw @Nullable String logprobsResult) {

    public List<Part> parts() {
        return content == null ? List.of() : content.partsOrNone();
    }

    public int indexOrZero() {
        return index == null ? 0 : index;
    }
}
