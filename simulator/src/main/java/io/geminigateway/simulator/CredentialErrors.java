package io.geminigateway.simulator;

import java.util.Map;

/// What Google says about keys, tokens and accounts it does not like.
final class CredentialErrors {
    private CredentialErrors() {}

    /// HTTP 400, not 401.
    static Refusal keyInvalid(Occasion at) {
        return keyError(at, "API key not valid. Please pass a valid API key.");
    }

    static Refusal keyExpired(Occasion at) {
        return keyError(at, "API key expired. Please renew the API key.");
    }

    private static Refusal keyError(Occasion at, String message) {
        return Refusal.of(
                400,
                "INVALID_ARGUMENT",
                message,
                Detail.errorInfo("API_KEY_INVALID", "googleapis.com", Map.of("service", at.host())),
                Detail.localizedMessage(message));
    }

    static Refusal keyLeaked() {
        return Refusal.of(403, "PERMISSION_DENIED", "Your API key was reported as leaked. Please use another API key.");
    }

    /// No Google says this: a key in a URL leaks into logs, so the simulator tells whoever sends one.
    static Refusal keyInUrl() {
        return Refusal.of(400, "INVALID_ARGUMENT", "An API key does not belong into a URL: use x-goog-api-key.");
    }

    static Refusal twoCredentials() {
        return Refusal.of(
                400, "INVALID_ARGUMENT", "Multiple authentication credentials received. Please pass only one.");
    }

    static Refusal noCredentials() {
        return Refusal.of(
                403,
                "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity)."
                        + " Please use API Key or other form of API consumer identity to call this API.");
    }

    static Refusal tokenRefused(Occasion at) {
        return unauthenticated(at, "ACCESS_TOKEN_EXPIRED");
    }

    /// An API key sent as a bearer token, or a bearer token where only keys are taken.
    static Refusal tokenOfWrongType(Occasion at) {
        return unauthenticated(at, "ACCESS_TOKEN_TYPE_UNSUPPORTED");
    }

    private static Refusal unauthenticated(Occasion at, String reason) {
        return Refusal.of(
                401,
                "UNAUTHENTICATED",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or"
                        + " other valid authentication credential."
                        + " See https://developers.google.com/identity/sign-in/web/devconsole-project.",
                Detail.errorInfo(reason, "googleapis.com", Map.of("service", at.host())));
    }

    static Refusal projectDenied(Occasion at, String project) {
        var permission = at.isVertex() ? "aiplatform.endpoints.predict" : "cloudaicompanion.companions.generateChat";
        var resource = "//%s/projects/%s".formatted(at.host(), project);
        return Refusal.of(
                403,
                "PERMISSION_DENIED",
                "Permission '%s' denied on resource '%s' (or it may not exist).".formatted(permission, resource),
                Detail.errorInfo(
                        "IAM_PERMISSION_DENIED",
                        at.host(),
                        Map.of("permission", permission, "resource", "projects/" + project)));
    }

    static Refusal serviceDisabled(Occasion at) {
        var title = switch (at.service()) {
            case GEMINI_API -> "Generative Language API";
            case CODE_ASSIST -> "Cloud Code Private API";
            case VERTEX -> "Vertex AI API";
            case OAUTH -> "OAuth API";
        };
        var url = "https://console.developers.google.com/apis/api/%s/overview?project=123".formatted(at.host());
        var message =
                ("%s has not been used in project 123 before or it is disabled. Enable it by visiting %s then retry."
                                + " If you enabled this API recently, wait a few minutes for the action to propagate to our"
                                + " systems and retry.")
                        .formatted(title, url);
        return Refusal.of(
                403,
                "PERMISSION_DENIED",
                message,
                Detail.errorInfo(
                        "SERVICE_DISABLED",
                        "googleapis.com",
                        Map.of(
                                "serviceTitle",
                                title,
                                "service",
                                at.host(),
                                "consumer",
                                "projects/123",
                                "containerInfo",
                                "123",
                                "activationUrl",
                                url)),
                Detail.localizedMessage(message),
                Detail.help("Google developers console API activation", url));
    }

    static Refusal validationRequired() {
        var link = "https://accounts.google.com/signin/continue?sarp=1";
        return Refusal.of(
                403,
                "PERMISSION_DENIED",
                "Verify your account to continue.",
                Detail.errorInfo("VALIDATION_REQUIRED", "cloudcode-pa.googleapis.com", Map.of("validation_link", link)),
                Detail.help("Complete validation to continue", link));
    }

    static Refusal termsViolated() {
        return Refusal.of(
                403,
                "PERMISSION_DENIED",
                "This service has been disabled in this account for violation of Terms of Service."
                        + " Please submit an appeal to continue using this product.",
                Detail.errorInfo("TOS_VIOLATION", "cloudcode-pa.googleapis.com", Map.of("uiMessage", "true")));
    }
}
