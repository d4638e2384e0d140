package io.geminigateway.gemini;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the answers. `index` is absent on the first; `finishReason` only comes with the last event.
public record Candidate(
        @Nullable Integer index,
        @Nullable Content content,
        @Nullable String finishReason,
        @Nullable String finishMessage,
        @Nullable String groundingMetadata,
        @Nullable String citationMetadata,
        @Nullable String logprobsResult) {

    public List<Part> parts() {
        return content == null ? List.of() : content.partsOrNone();
    }

    public int indexOrZero() {
        return index == null ? 0 : index;
    }
}
