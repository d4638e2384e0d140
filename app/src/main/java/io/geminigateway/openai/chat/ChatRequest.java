package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a chat completion, as far as we look at it; null is absent, and every other field is ignored.
@Json(naming = Json.Naming.LowerUnderscore)
record ChatRequest(
        @Nullable String model,
        @Nullable List<ChatMessage> messages,
        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,
        @Nullable Long maxTokens,
        @Nullable Long maxCompletionTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Long topK,
        @Nullable Long seed,
        @Nullable Long n,
        @Nullable OneOrMany stop,
        @Nullable ResponseFormat responseFormat,
        @Nullable String promptCacheKey,
        @Nullable String user,
        @Nullable String safetyIdentifier,
        @Json.Raw @Nullable String tools,
        @Json.Raw @Nullable String functions) {

    @Json(naming = Json.Naming.LowerUnderscore)
    record StreamOptions(@Nullable Boolean includeUsage) {}

    @Json
    record ResponseFormat(@Nullable String type) {}

    List<ChatMessage> messagesOrNone() {
        return messages == null ? List.of() : messages;
    }
}
