package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// A call that a client tells of again. The members after `custom` are where clients keep a signature.
@Json(naming = Json.Naming.LowerUnderscore)
public record ChatToolCall(
        @Nullable String id,
        @Nullable Function function,
        @Nullable Custom custom,
        @Json.Raw @Nullable String extraContent,
        @Json.Raw @Nullable String providerSpecificFields,
        @Json.Raw @Nullable String thoughtSignature) {

    /// `arguments` is JSON in a string; some send the JSON itself.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Function(
            @Nullable String name,
            @Json.Raw @Nullable String arguments,
            @Json.Raw @Nullable String extraContent,
            @Json.Raw @Nullable String providerSpecificFields,
            @Json.Raw @Nullable String thoughtSignature) {}

    @Json
    public record Custom(@Nullable String name, @Nullable String input) {}
}
