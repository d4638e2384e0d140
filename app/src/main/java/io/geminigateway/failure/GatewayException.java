package io.geminigateway.failure;

import java.io.Serial;

/// Carries a [Failure] up to the one place that renders it. Cheap: no stack trace, because a failure is not a bug.
public final class GatewayException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public GatewayException(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
