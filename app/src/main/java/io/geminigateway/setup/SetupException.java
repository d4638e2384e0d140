package io.geminigateway.setup;

import java.io.Serial;

/// The wizard cannot go on; the message is for the person, and says the way out.
final class SetupException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    SetupException(String message) {
        super(message, null, false, false);
    }
}
