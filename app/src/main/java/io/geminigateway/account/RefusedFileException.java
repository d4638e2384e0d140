package io.geminigateway.account;

import java.io.Serial;

/// A file that is no account; the message says why, and what to do.
public final class RefusedFileException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    RefusedFileException(String message) {
        super(message, null, false, false);
    }
}
