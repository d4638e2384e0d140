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

    public static ChatMessage of(String role, ChatContent content) {
        return new ChatMessage(role, content, null, null, null, null, null, null, null, null, null);
    }

    /// What a tool gave back for the call of this id.
    public static ChatMessage ofResult(@Nullable String callId, ChatContent content) {
        return new ChatMessage("tool", content, null, null, null, callId, null, null, null, null, null);
    }

    List<ChatPart> partsOrNone() {
        return content == null ? List.of() : content.parts();
    }
}
