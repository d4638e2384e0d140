package io.geminigateway.server;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.failure.Failure;

/// `GET` where only another method is served, which is how a WebSocket begins. One client tries that first, and tries
/// it
/// seven times over as many seconds for any answer but this one.
final class UpgradeEndpoint {
    private static final int UPGRADE_REQUIRED = 426;

    private final Dialect dialect;
    private final String allowed;

    UpgradeEndpoint(Dialect dialect, String allowed) {
        this.dialect = dialect;
        this.allowed = allowed;
    }

    void refuse(Visit visit) {
        if (visit.head().header("upgrade").isEmpty()) {
            throw new Failure.MethodNotAllowed("GET is not allowed here; use " + allowed, allowed).asException();
        }
        var failure = new Failure.MethodNotAllowed("There are no WebSockets here; use %s".formatted(allowed), allowed);
        visit.failedWith(failure.type());
        visit.response().putHeader("upgrade", "HTTP/1.1");
        visit.answer(UPGRADE_REQUIRED, dialect.error(failure).body());
    }
}
