package io.geminigateway.upstream;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/// Bytes to send, as a buffer around the given arrays: attempts share a request's body, which may be large.
final class Body {
    private Body() {}

    static Buffer of(byte[]... pieces) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(pieces));
    }
}
