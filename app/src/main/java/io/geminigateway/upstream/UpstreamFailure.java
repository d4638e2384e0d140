package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a call failed, with its blame decided. `status` is Google's HTTP status, 0 if there was none; `reason` its
/// machine
/// readable reason, possibly empty; `message` is fit for a client (no internals, no credentials); `remedy` tells the
/// operator what
/// to do, possibly empty. At most one of `retryAfter` and `resetsAt` is set: exactly as long as Google says.
/// `projectWide` when the quota is shared by all keys of a Cloud project.
public record UpstreamFailure(
        ErrorType type,
        int status,
        String reason,
        String message,
        String remedy,
        @Nullable Duration retryAfter,
        @Nullable Instant resetsAt,
        boolean projectWide) {

    public static UpstreamFailure of(ErrorType type, String message) {
        return new UpstreamFailure(type, 0, "", message, "", null, null, false);
    }
}
