package io.geminigateway.upstream;

import io.geminigateway.account.Backend;
import io.geminigateway.failure.ErrorType;
import java.util.regex.Pattern;

/// An error of Google's with all that is needed to judge it. `status` is the error's own code where it has
/// one, else the response's.
record Refusal(Backend backend, int status, GoogleError error, RetryDelay delay) {
    UpstreamFailure as(ErrorType type) {
        return new UpstreamFailure(type, status, error.reason(), message(), "", null, null, false, false);
    }

    boolean hasReason(String reason) {
        return error.reason().equals(reason);
    }

    boolean says(Pattern text) {
        return text.matcher(error.message()).find();
    }

    private String message() {
        var cleaned = Wording.clean(error.message());
        return cleaned.isEmpty() ? "Google answered with status " + status + "." : cleaned;
    }
}
