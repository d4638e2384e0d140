package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message. An assistant's that was refused carries its words in `refusal`; the last four members are where clients
/// keep signatures.
@Json(naming = Json.Naming.LowerUnderscore)
public record ChatMessage(
        @Nullable String role,
        @Nullable ChatContent content,
        @Nullable String refusal,
        @Nullable List<ChatToolCall> toolCalls,
        ChatToolCall.@Nullable Function functionCall,
        @Nullable String toolCallId,
        @Nullable String name,
        @Json.Raw @Nullable String extraContent,
        @Json.Raw @Nullable String providerSpecificFields,
        @Json.Raw @Nullable String reasoningDetails,
        @Json.Raw @Nullable String thoughtSignature) {

    List<ChatPart> partsOrNone() {
        return content == null ? List.of() : content.parts();
    }
}
