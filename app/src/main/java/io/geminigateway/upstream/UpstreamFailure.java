package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a call failed, with its blame decided. `status` is Google's HTTP status, 0 if there was none;
/// `reason` its machine readable reason, possibly empty; `message` is fit for a client (no internals, no
/// credentials); `remedy` tells the operator what to do, possibly empty. A quota that runs out for long
/// comes with `resetsAt`, everything else with `retryAfter`, never both: as long as Google says, null if it
/// says nothing. `projectWide` when the quota is shared by all keys of a Cloud project; `modelOnly` when a
/// refused permission is about this one model, not the account.
public record UpstreamFailure(
        ErrorType type,
        int status,
        String reason,
        String message,
        String remedy,
        @Nullable Duration retryAfter,
        @Nullable Instant resetsAt,
        boolean projectWide,
        boolean modelOnly) {

    public UpstreamFailure(
            ErrorType type,
            int status,
            String reason,
            String message,
            String remedy,
            @Nullable Duration retryAfter,
            @Nullable Instant resetsAt,
            boolean projectWide) {
        this(type, status, reason, message, remedy, retryAfter, resetsAt, projectWide, false);
    }

    public static UpstreamFailure of(ErrorType type, String message) {
        return new UpstreamFailure(type, 0, "", message, "", null, null, false, false);
    }

    /// What would make Google take the request after all, where the request is at fault.
    public Optional<Remedy> cure() {
        if (reason.equals(RequestErrors.THOUGHT_SIGNATURE)) {
            return Optional.of(Remedy.SKIPPED_SIGNATURES);
        }
        return type == ErrorType.INVALID_REQUEST ? Remedy.against(message) : Optional.empty();
    }

    /// Whether Google did answer, and it came to nothing.
    public boolean isNoAnswer() {
        return isNoAnswer(type);
    }

    public static boolean isNoAnswer(ErrorType type) {
        return type == ErrorType.UPSTREAM_EMPTY || type == ErrorType.UPSTREAM_MALFORMED;
    }

    UpstreamFailure withRemedy(String newRemedy) {
        return new UpstreamFailure(
                type, status, reason, message, newRemedy, retryAfter, resetsAt, projectWide, modelOnly);
    }

    UpstreamFailure withReason(String newReason) {
        return new UpstreamFailure(
                type, status, newReason, message, remedy, retryAfter, resetsAt, projectWide, modelOnly);
    }

    UpstreamFailure withRetryAfter(@Nullable Duration delay) {
        return new UpstreamFailure(type, status, reason, message, remedy, delay, null, projectWide, modelOnly);
    }

    UpstreamFailure withResetsAt(@Nullable Instant moment) {
        return new UpstreamFailure(type, status, reason, message, remedy, null, moment, projectWide, modelOnly);
    }

    UpstreamFailure forProject() {
        return new UpstreamFailure(type, status, reason, message, remedy, retryAfter, resetsAt, true, modelOnly);
    }

    UpstreamFailure forModelOnly() {
        return new UpstreamFailure(type, status, reason, message, remedy, retryAfter, resetsAt, projectWide, true);
    }
}
