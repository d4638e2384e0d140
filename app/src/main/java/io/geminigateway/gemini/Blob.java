package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// Media inside the message; `data` is base64.
@Json
public record Blob(@Nullable String mimeType, @Nullable Utf8 data) {}
