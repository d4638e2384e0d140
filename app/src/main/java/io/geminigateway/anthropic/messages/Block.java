package io.geminigateway.anthropic.messages;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One block of content; which member is set follows from the type.
@Json(naming = Json.Naming.LowerUnderscore)
record Block(
        @Nullable String type,
        @Nullable String text,
        @Nullable Source source,
        @Nullable String title,
        @Nullable String context,
        @Nullable String id,
        @Nullable String name,
        @Json.Raw @Nullable String input,
        @Nullable String toolUseId,
        @Nullable Blocks content,
        @Nullable Boolean isError,
        @Nullable String signature,
        @Nullable String toolName) {
    static final String TEXT = "text";

    static Block ofText(String text) {
        return new Block(TEXT, text, null, null, null, null, null, null, null, null, null, null, null);
    }

    List<Block> contentOrNone() {
        return content == null ? List.of() : content.blocks();
    }
}
