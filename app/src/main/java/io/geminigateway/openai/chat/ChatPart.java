package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// One part of a message's content.
@Json
record ChatPart(
        @Nullable String type,
        @Nullable String text,
        @Nullable String refusal) {
    static final String TEXT = "text";

    static ChatPart ofText(String text) {
        return new ChatPart(TEXT, text, null);
    }
}
