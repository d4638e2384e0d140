package io.geminigateway.cli;

import java.io.Serial;

/// The gateway cannot be asked, or says no; the message is for the person at the terminal.
final class AskException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    AskException(String message) {
        super(message);
    }
}
