package io.geminigateway.upstream;

import io.geminigateway.gemini.Method;

/// The Developer API: the model in the path, the key in a header.
final class GeminiApi {
    private final Endpoint endpoint;

    GeminiApi(Endpoints endpoints) {
        endpoint = endpoints.geminiApiEndpoint();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Outbound ask(GeminiCall call) {
        if (call.resource() != null) {
            return Outbound.of(call.resource(), endpoint, call.body());
        }
        var body = call.method() == Method.COUNT_TOKENS ? TokenCount.forGeminiApi(call) : call.body();
        return new Outbound(endpoint, endpoint.prefix() + "/v1beta/models/" + call.model() + Verb.of(call), body);
    }
}
