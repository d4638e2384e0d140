package io.geminigateway.upstream;

import io.geminigateway.account.Proxy;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

/// One POST, ready but for its credential. `path` includes the query and never holds a secret; the body's
/// pieces are shared by all attempts and never changed.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Outbound(Endpoint endpoint, String path, byte[]... body) {
    Outbound through(@Nullable Proxy proxy) {
        return new Outbound(endpoint.through(proxy), path, body);
    }

    /// A fresh buffer around the pieces, without a copy: a prompt may be large.
    Buffer buffer() {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(body));
    }
}
