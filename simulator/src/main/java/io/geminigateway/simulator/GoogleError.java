package io.geminigateway.simulator;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;

/// Failures as Google words them; the same failure reads differently at each service.
public enum GoogleError {
    /// HTTP 400, though it is the credential's fault.
    API_KEY_INVALID(CredentialErrors::keyInvalid),
    API_KEY_EXPIRED(CredentialErrors::keyExpired),
    LEAKED_KEY(_ -> CredentialErrors.keyLeaked()),
    UNAUTHENTICATED(CredentialErrors::tokenRefused),
    TOKEN_TYPE_UNSUPPORTED(CredentialErrors::tokenOfWrongType),
    PERMISSION_DENIED_SERVICE_DISABLED(CredentialErrors::serviceDisabled),
    PERMISSION_DENIED_PROJECT(at -> CredentialErrors.projectDenied(at, at.project())),
    VALIDATION_REQUIRED(_ -> CredentialErrors.validationRequired()),
    TOS_VIOLATION(_ -> CredentialErrors.termsViolated()),

    /// The client's fault, without any detail.
    INVALID_ARGUMENT(_ -> RequestErrors.invalidArgument()),
    CONTEXT_TOO_LONG(_ -> RequestErrors.contextTooLong()),
    /// The region's fault, though a 400.
    LOCATION_UNSUPPORTED(_ -> RequestErrors.locationUnsupported()),
    MODEL_NOT_FOUND(RequestErrors::modelNotFound),

    /// Per minute, back in 30 seconds; see [Reaction#rateLimited] for another delay.
    RATE_LIMITED(at -> QuotaErrors.perMinute(at, 20, Duration.ofSeconds(30))),
    /// Per day, with a delay that misleads where Google's does.
    DAILY_QUOTA(at -> QuotaErrors.perDay(at, 250, Duration.ofHours(19))),
    /// `limit: 0`: this project will never have the model.
    ZERO_QUOTA(at -> QuotaErrors.perDay(at, 0, Duration.ofHours(19))),
    /// A 429 that explains nothing.
    RESOURCE_EXHAUSTED_PLAIN(QuotaErrors::plain),
    /// No account's fault: the model has no capacity.
    MODEL_CAPACITY(QuotaErrors::modelCapacity),

    INTERNAL_500(
            _ -> Refusal.of(
                    500,
                    "INTERNAL",
                    "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting")),
    /// HTML, as front ends answer.
    BAD_GATEWAY_502(
            _ -> Refusal.html(
                    502,
                    "Server Error",
                    "The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.")),
    OVERLOADED_503(
            _ -> Refusal.of(
                    503,
                    "UNAVAILABLE",
                    "This model is currently experiencing high demand. Spikes in demand are usually temporary. Please try again later.")),
    UNAVAILABLE(_ -> Refusal.of(503, "UNAVAILABLE", "The service is currently unavailable.")),
    DEADLINE_EXCEEDED_504(
            _ -> Refusal.of(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.")),

    /// Not an error to HTTP: a 200 that says only why there is no answer.
    BLOCKED_PROMPT(at -> Refusal.json(
            200,
            new JsonObject()
                    .put("promptFeedback", JsonObject.of("blockReason", "PROHIBITED_CONTENT"))
                    .put("usageMetadata", JsonObject.of("promptTokenCount", 8, "totalTokenCount", 8))
                    .put("modelVersion", at.model())));

    @SuppressWarnings("ImmutableEnumChecker") // the functions are constants too
    private final Function<Occasion, Refusal> wording;

    GoogleError(Function<Occasion, Refusal> wording) {
        this.wording = wording;
    }

    Refusal at(Occasion occasion) {
        return wording.apply(occasion);
    }
}
