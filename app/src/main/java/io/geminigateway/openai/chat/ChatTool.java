package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// One entry of `tools`. Some clients leave out the inner object and put a function's members here.
@Json(naming = Json.Naming.LowerUnderscore)
public record ChatTool(
        @Nullable String type,
        @Nullable ChatFunction function,
        @Nullable Custom custom,
        @Nullable String name,
        @Nullable String description,
        @Json.Raw @Nullable String parameters) {

    /// A tool that takes free text, perhaps in a grammar.
    @Json
    public record Custom(
            @Nullable String name,
            @Nullable String description,
            @Json.Raw @Nullable String format) {}
}
