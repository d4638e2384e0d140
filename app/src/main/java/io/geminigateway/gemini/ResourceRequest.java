package io.geminigateway.gemini;

import java.util.Map;

/// Something to ask of the Developer API that no model answers: what clients left there. `path` begins at the root and
/// includes the query; `headers` are those beyond the usual ones.
public record ResourceRequest(Verb verb, String path, Map<String, String> headers) {
    public enum Verb {
        GET,
        POST,
        PATCH,
        DELETE
    }

    public ResourceRequest {
        headers = Map.copyOf(headers);
    }
}
