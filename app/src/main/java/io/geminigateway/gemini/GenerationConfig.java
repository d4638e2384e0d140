package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to generate. `maxOutputTokens` includes the tokens of thinking; `seed` is 32 bits wide.
@Json
public record GenerationConfig(
        @Nullable Integer candidateCount,
        @Nullable List<String> stopSequences,
        @Nullable Integer maxOutputTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Integer seed,
        @Nullable Double presencePenalty,
        @Nullable Double frequencyPenalty,
        @Nullable Boolean responseLogprobs,
        @Nullable Integer logprobs,
        @Nullable String responseMimeType,
        @Json.Raw @Nullable String responseSchema,
        @Json.Raw @Nullable String responseJsonSchema,
        @Nullable List<String> responseModalities,
        @Json.Raw @Nullable String speechConfig,
        @Json.Raw @Nullable String imageConfig,
        @Json.Raw @Nullable String thinkingConfig,
        @Nullable String mediaResolution) {}
