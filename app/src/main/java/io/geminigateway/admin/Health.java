package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// How the process is.
@Json
public record Health(
        String status, @Nullable Integer accounts, @Nullable Integer usable) {
    static final Health ALIVE = new Health("ok", null, null);
}
