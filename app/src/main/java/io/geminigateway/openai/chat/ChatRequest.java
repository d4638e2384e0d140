package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a chat completion, as far as we look at it; null is absent, and every other field is ignored.
@Json(naming = Json.Naming.LowerUnderscore)
public record ChatRequest(
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
        @Nullable Double presencePenalty,
        @Nullable Double frequencyPenalty,
        @Nullable Boolean logprobs,
        @Nullable Long topLogprobs,
        @Json.Raw @Nullable String logitBias,
        @Nullable String reasoningEffort,
        @Json.Raw @Nullable String reasoning,
        @Json.Raw @Nullable String thinking,
        @Nullable Boolean enableThinking,
        @Json.Raw @Nullable String chatTemplateKwargs,
        @Nullable String verbosity,
        @Json.Raw @Nullable String prediction,
        @Nullable List<String> modalities,
        @Nullable AudioOut audio,
        @Json.Raw @Nullable String webSearchOptions,
        @Nullable String serviceTier,
        @Json.Raw @Nullable String extraBody,
        @Json.Raw @Nullable String google,
        @Nullable List<ChatTool> tools,
        @Json.Raw @Nullable String toolChoice,
        @Nullable Boolean parallelToolCalls,
        @Nullable List<ChatFunction> functions,
        @Json.Raw @Nullable String functionCall) {

    @Json(naming = Json.Naming.LowerUnderscore)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    public record ResponseFormat(
            @Nullable String type, @Nullable NamedSchema jsonSchema) {}

    @Json
    public record NamedSchema(
            @Nullable String description,
            @Json.Raw @Nullable String schema) {}

    /// `voice` is a name, or an object with an `id`.
    @Json
    public record AudioOut(
            @Json.Raw @Nullable String voice, @Nullable String format) {}

    List<ChatTool> toolsOrNone() {
        return tools == null ? List.of() : tools;
    }

    /// What tools were before there were tools.
    List<ChatFunction> functionsOrNone() {
        return functions == null ? List.of() : functions;
    }

    List<ChatMessage> messagesOrNone() {
        return messages == null ? List.of() : messages;
    }
}
