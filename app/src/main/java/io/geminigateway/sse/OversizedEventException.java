package io.geminigateway.sse;

import java.io.Serial;

/// An event, or a line that never ends, is longer than this program is willing to hold.
public final class OversizedEventException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    OversizedEventException(int limit) {
        super("an event is longer than %d bytes".formatted(limit), null, false, false);
    }
}
