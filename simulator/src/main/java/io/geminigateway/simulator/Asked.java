package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request as it arrived.
record Asked(
        Route route,
        @Nullable String account,
        @Nullable String model,
        String method,
        String path,
        Map<String, List<String>> headers,
        Buffer body,
        String protocol,
        Instant arrived) {}
