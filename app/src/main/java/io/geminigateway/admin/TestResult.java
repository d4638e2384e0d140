package io.geminigateway.admin;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// What came of a test call. `status` is Google's HTTP status, absent when there was no answer.
@Json(naming = Json.Naming.LowerUnderscore)
public record TestResult(
        String account,
        String model,
        boolean ok,
        long millis,
        @Nullable Integer status,
        @Nullable String errorType,
        @Nullable String message,
        @Nullable String remedy) {}
