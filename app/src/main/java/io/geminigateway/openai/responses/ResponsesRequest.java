package io.geminigateway.openai.responses;

import io.avaje.jsonb.Json;
import io.geminigateway.gemini.RawJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a request, as far as we look at it; null is absent, and every other field is ignored. What comes in many
/// shapes, or is only told back, is raw.
@Json(naming = Json.Naming.LowerUnderscore)
record ResponsesRequest(
        @Nullable String model,
        @Nullable RawJson input,
        @Nullable String instructions,
        @Nullable Boolean stream,
        @Nullable Boolean store,
        @Nullable Boolean background,
        @Nullable String previousResponseId,
        @Json.Raw @Nullable String conversation,
        @Json.Raw @Nullable String prompt,
        @Nullable List<String> include,
        @Nullable Reasoning reasoning,
        @Nullable Text text,
        @Json.Raw @Nullable String tools,
        @Json.Raw @Nullable String toolChoice,
        @Nullable Boolean parallelToolCalls,
        @Nullable Long maxToolCalls,
        @Nullable Long maxOutputTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Long topLogprobs,
        @Nullable String truncation,
        @Json.Raw @Nullable String metadata,
        @Nullable String user,
        @Nullable String safetyIdentifier,
        @Nullable String promptCacheKey,
        @Nullable String serviceTier,
        @Json.Raw @Nullable String extraBody,
        @Json.Raw @Nullable String google) {

    /// `generate_summary` is what `summary` was called before.
    @Json(naming = Json.Naming.LowerUnderscore)
    record Reasoning(
            @Nullable String effort,
            @Nullable String summary,
            @Nullable String generateSummary) {}

    @Json
    record Text(@Json.Raw @Nullable String format, @Nullable String verbosity) {}

    boolean includes(String name) {
        return include != null && include.contains(name);
    }
}
