package io.geminigateway.server;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/// What is told to clients in one turn of the event loop is sent at its end: one read from Google often brings the
/// answers of many. Reading and sending by turns would cost the processor its caches, and wake the clients' side anew
/// for each of them. Whoever is told something alone waits a task longer.
final class SharedFlush {
    /// An answer that is told in so many pieces in one turn is sent before the turn ends.
    private static final int PIECES = 64;

    private SharedFlush() {}

    static void of(HttpConnection connection) {
        // Vert.x has no setting for this; where its inside looks otherwise, each answer is sent by itself
        if (connection instanceof HttpServerConnection inside) {
            inside.channelHandlerContext()
                    .pipeline()
                    .addFirst("shared-flush", new FlushConsolidationHandler(PIECES, true));
        }
    }
}
