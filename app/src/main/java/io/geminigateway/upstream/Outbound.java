package io.geminigateway.upstream;

import io.vertx.core.buffer.Buffer;

/// One POST, ready but for its credential. `path` includes the query and never holds a secret.
record Outbound(Endpoint endpoint, String path, Buffer body) {}
