package io.geminigateway.openai.embeddings;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The body of a request for embeddings. `taskType` and `title` are Gemini's, not OpenAI's; so is `extraBody`, the
/// other place to say it.
@Json(naming = Json.Naming.LowerUnderscore)
record EmbeddingRequest(
        @Nullable String model,
        @Nullable EmbeddingInput input,
        @Nullable Long dimensions,
        @Nullable String encodingFormat,
        @Nullable String taskType,
        @Nullable String title,
        @Nullable ExtraBody extraBody) {
    @Json
    record ExtraBody(@Nullable Google google) {}

    @Json(naming = Json.Naming.LowerUnderscore)
    record Google(@Nullable String taskType, @Nullable String title) {}

    private @Nullable Google google() {
        return extraBody == null ? null : extraBody.google();
    }

    @Nullable
    String taskOrNull() {
        var google = google();
        return taskType != null || google == null ? taskType : google.taskType();
    }

    @Nullable
    String titleOrNull() {
        var google = google();
        return title != null || google == null ? title : google.title();
    }
}
