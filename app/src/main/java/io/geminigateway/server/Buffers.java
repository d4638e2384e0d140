package io.geminigateway.server;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/// Buffers for Vert.x to send.
final class Buffers {
    private Buffers() {}

    /// Around these bytes, which nobody changes any more: [Buffer#buffer(byte[])] would copy them.
    static Buffer around(byte[] bytes) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
    }
}
