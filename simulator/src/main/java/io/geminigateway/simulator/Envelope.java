package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;

/// What a service wraps around requests and responses.
enum Envelope {
    NONE("GenerateContentRequest"),
    CODE_ASSIST("CodeAssistRequest");

    private final String message;

    Envelope(String message) {
        this.message = message;
    }

    /// The message the body is.
    String message() {
        return message;
    }

    /// The request inside; empty if there is none.
    JsonObject open(JsonObject body) {
        return switch (this) {
            case NONE -> body;
            case CODE_ASSIST -> body.getValue("request") instanceof JsonObject request ? request : new JsonObject();
        };
    }

    /// The response, left letter for letter as it is.
    String around(String response) {
        return switch (this) {
            case NONE -> response;
            case CODE_ASSIST -> "{\"response\":" + response + ",\"traceId\":\"sim-trace\"}";
        };
    }
}
