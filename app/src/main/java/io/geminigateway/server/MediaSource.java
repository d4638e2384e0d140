package io.geminigateway.server;

import io.geminigateway.gemini.Blob;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// Where remote media come from. Fails with a [io.geminigateway.failure.GatewayException] if one cannot be had.
@FunctionalInterface
public interface MediaSource {
    /// For dialects that name none.
    MediaSource NONE = _ -> Future.failedFuture(new IllegalStateException("nothing is fetched here"));

    Future<Map<URI, Blob>> fetch(Set<URI> addresses);
}
