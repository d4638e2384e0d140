package io.geminigateway.upstream;

import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpClientConnection;

/// Calls that leave over one HTTP/2 connection in the same turn of the event loop leave together: as one TLS record and
/// one write, instead of one of each for every call. A call that leaves alone leaves a task later.
final class SharedFlush {
    private static final int CALLS = 64;

    private SharedFlush() {}

    static void of(HttpConnection connection) {
        // Vert.x has no setting for this; where its inside looks otherwise, each call is written by itself
        if (connection.protocolVersion() == HttpVersion.HTTP_2 && connection instanceof HttpClientConnection inside) {
            var pipeline = inside.channelHandlerContext().pipeline();
            var tls = pipeline.context(SslHandler.class);
            if (tls != null) {
                pipeline.addAfter(tls.name(), "shared-flush", new FlushConsolidationHandler(CALLS, true));
            }
        }
    }
}
