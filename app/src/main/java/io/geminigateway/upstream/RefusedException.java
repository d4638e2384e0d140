package io.geminigateway.upstream;

import java.io.Serial;

/// Carries a failure up through a chain of futures. Cheap: no stack trace.
final class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient UpstreamFailure failure;

    RefusedException(UpstreamFailure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    UpstreamFailure failure() {
        return failure;
    }
}
