package io.geminigateway.upstream;

/// The Developer API: the model in the path, the key in a header.
final class GeminiApi {
    private final Endpoint endpoint;

    GeminiApi(Endpoints endpoints) {
        endpoint = endpoints.geminiApiEndpoint();
    }

    Outbound generate(GeminiCall call) {
        return new Outbound(
                endpoint, endpoint.prefix() + "/v1beta/models/" + call.model() + Verb.of(call), call.body());
    }
}
