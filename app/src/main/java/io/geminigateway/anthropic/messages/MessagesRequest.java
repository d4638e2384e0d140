package io.geminigateway.anthropic.messages;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a request, as far as we look at it; null is absent, and every other field is ignored.
@Json(naming = Json.Naming.LowerUnderscore)
record MessagesRequest(
        @Nullable String model,
        @Nullable Long maxTokens,
        @Nullable List<Message> messages,
        @Nullable Blocks system,
        @Nullable Boolean stream,
        @Nullable List<String> stopSequences,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Long topK,
        @Nullable List<Tool> tools,
        @Nullable ToolPick toolChoice,
        @Nullable ThinkingSpec thinking,
        @Nullable OutputConfig outputConfig,
        @Nullable Format outputFormat,
        @Nullable Metadata metadata) {

    @Json
    record Message(@Nullable String role, @Nullable Blocks content) {
        List<Block> blocks() {
            return content == null ? List.of() : content.blocks();
        }
    }

    /// A tool of the client's has a schema; one of Anthropic's has a dated type.
    @Json(naming = Json.Naming.LowerUnderscore)
    record Tool(
            @Nullable String type,
            @Nullable String name,
            @Nullable String description,
            @Json.Raw @Nullable String inputSchema) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record ToolPick(
            @Nullable String type,
            @Nullable String name,
            @Nullable Boolean disableParallelToolUse) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record ThinkingSpec(
            @Nullable String type,
            @Nullable Long budgetTokens,
            @Nullable String display) {}

    @Json
    record OutputConfig(@Nullable String effort, @Nullable Format format) {}

    @Json
    record Format(@Nullable String type, @Json.Raw @Nullable String schema) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Metadata(@Nullable String userId) {}

    List<Message> messagesOrNone() {
        return messages == null ? List.of() : messages;
    }

    List<Tool> toolsOrNone() {
        return tools == null ? List.of() : tools;
    }

    ThinkingSpec thinkingOrNone() {
        return thinking == null ? new ThinkingSpec(null, null, null) : thinking;
    }

    boolean takesManyCalls() {
        return toolChoice == null || !Boolean.TRUE.equals(toolChoice.disableParallelToolUse());
    }
}
