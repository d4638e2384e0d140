package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message. An assistant's that was refused carries its words in `refusal`.
@Json(naming = Json.Naming.LowerUnderscore)
record ChatMessage(
        @Nullable String role,
        @Nullable ChatContent content,
        @Nullable String refusal,
        @Json.Raw @Nullable String toolCalls,
        @Json.Raw @Nullable String functionCall) {

    List<ChatPart> partsOrNone() {
        return content == null ? List.of() : content.parts();
    }
}
