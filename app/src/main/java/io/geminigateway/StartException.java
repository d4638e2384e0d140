package io.geminigateway;

import java.io.Serial;

/// The gateway cannot start, for a reason that its operator can mend; the message says what and how.
final class StartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
