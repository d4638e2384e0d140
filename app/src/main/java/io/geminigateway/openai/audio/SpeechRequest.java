package io.geminigateway.openai.audio;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The body of a request for speech; what is not named here is ignored. `voice` is a name, or an object with one.
@Json(naming = Json.Naming.LowerUnderscore)
record SpeechRequest(
        @Nullable String model,
        @Nullable String input,
        @Json.Raw @Nullable String voice,
        @Nullable String instructions,
        @Nullable String responseFormat,
        @Nullable String streamFormat,
        @Nullable Double speed) {}
