package io.geminigateway.openai.chat;

import io.avaje.jsonb.Json;
import io.geminigateway.prompt.MediaLink;
import org.jspecify.annotations.Nullable;

/// One part of a message's content; which member is set follows from the type.
@Json(naming = Json.Naming.LowerUnderscore)
public record ChatPart(
        @Nullable String type,
        @Nullable String text,
        @Nullable String refusal,
        @Nullable MediaLink imageUrl,
        @Nullable MediaLink videoUrl,
        @Nullable InputAudio inputAudio,
        @Nullable AttachedFile file) {
    public static final String TEXT = "text";

    /// `data` is base64.
    @Json
    public record InputAudio(
            @Nullable MediaLink data, @Nullable String format) {}

    /// `file_data` is a data URI, or the base64 of one.
    @Json(naming = Json.Naming.LowerUnderscore)
    public record AttachedFile(
            @Nullable MediaLink fileData,
            @Nullable String filename,
            @Nullable String fileId) {}

    public static ChatPart ofText(String text) {
        return new ChatPart(TEXT, text, null, null, null, null, null);
    }
}
