package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/// What Google says about requests it cannot serve.
final class RequestErrors {
    private static final String INVALID = "INVALID_ARGUMENT";

    private RequestErrors() {}

    static Refusal invalidArgument() {
        return Refusal.of(400, INVALID, "Request contains an invalid argument.");
    }

    static Refusal because(String message) {
        return Refusal.of(400, INVALID, message);
    }

    /// One violation per offending field: `field` (absent at the root) and `description`.
    static Refusal fields(List<JsonObject> violations) {
        var message = violations.stream()
                .map(violation -> violation.getString("description"))
                .collect(Collectors.joining("\n"));
        return Refusal.of(400, INVALID, message, Detail.badRequest(violations));
    }

    static Refusal notJson(String body) {
        var line = body.lines().findFirst().orElse("");
        var message = "Invalid JSON payload received. Unexpected token.\n%s\n^".formatted(line);
        return Refusal.of(400, INVALID, message, Detail.badRequest(List.of(JsonObject.of("description", message))));
    }

    static Refusal noContents(Occasion at) {
        return switch (at.service()) {
            case CODE_ASSIST -> invalidArgument();
            case VERTEX ->
                because("Unable to submit request because at least one contents field is required. Learn more:"
                        + " https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/gemini");
            case GEMINI_API, OAUTH -> because("* GenerateContentRequest.contents: contents is not specified\n");
        };
    }

    static Refusal contextTooLong() {
        return because("The input token count (1250000) exceeds the maximum number of tokens allowed (1048576).");
    }

    static Refusal locationUnsupported() {
        return Refusal.of(400, "FAILED_PRECONDITION", "User location is not supported for the API use.");
    }

    static Refusal modelNotFound(Occasion at) {
        var message = switch (at.service()) {
            case CODE_ASSIST -> "Requested entity was not found.";
            case VERTEX ->
                ("Publisher Model `projects/%s/locations/global/publishers/google/models/%s` was not found or your project"
                                + " does not have access to it. Please ensure you are using a valid model version.")
                        .formatted(at.project(), at.model());
            case GEMINI_API, OAUTH ->
                ("models/%s is not found for API version v1beta, or is not supported for generateContent. Call ListModels"
                                + " to see the list of available models and their supported methods.")
                        .formatted(at.model());
        };
        return Refusal.of(404, "NOT_FOUND", message);
    }

    static Refusal methodNotFound() {
        return Refusal.html(404, "Not Found", "The requested URL was not found on this server.");
    }
}
