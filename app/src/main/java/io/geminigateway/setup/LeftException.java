package io.geminigateway.setup;

import java.io.Serial;

/// The person is gone: Ctrl-C, Ctrl-D, or the end of the input.
final class LeftException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    LeftException(String message) {
        super(message, null, false, false);
    }
}
