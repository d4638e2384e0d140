package io.geminigateway.openai.completions;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The body of a completion. What means the same in a chat stays as it is; `best_of`, `logprobs` and all others are
/// ignored.
@Json(naming = Json.Naming.LowerUnderscore)
record CompletionRequest(
        @Nullable String model,
        @Nullable Prompts prompt,
        @Nullable String suffix,
        @Nullable Boolean echo,
        @Nullable Boolean stream,
        @Nullable Long n,
        @Nullable StreamOptions streamOptions,
        @Json.Raw @Nullable String maxTokens,
        @Json.Raw @Nullable String temperature,
        @Json.Raw @Nullable String topP,
        @Json.Raw @Nullable String stop,
        @Json.Raw @Nullable String seed,
        @Json.Raw @Nullable String user) {
    @Json(naming = Json.Naming.LowerUnderscore)
    record StreamOptions(@Nullable Boolean includeUsage) {}
}
