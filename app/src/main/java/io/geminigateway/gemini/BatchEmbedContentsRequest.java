package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;

/// Several contents to embed; the answers come in their order.
@Json
public record BatchEmbedContentsRequest(List<EmbedContentRequest> requests) {
    /// More than so many are refused.
    public static final int AT_MOST = 100;

    public BatchEmbedContentsRequest {
        requests = List.copyOf(requests);
    }
}
