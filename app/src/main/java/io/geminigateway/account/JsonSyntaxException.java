package io.geminigateway.account;

import java.io.Serial;

/// A text is not JSON. The message says where, and never quotes the text: it may hold secrets.
final class JsonSyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    JsonSyntaxException(String message) {
        super(message, null, false, false);
    }
}
