package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request to generate, as Gemini spells it; the model is named by the path, not here.
/// Fields that we only pass on are raw JSON. Absent fields are null and are not sent.
@Json
public record GenerateContentRequest(
        List<Content> contents,
        @Nullable Content systemInstruction,
        @Json.Raw @Nullable String tools,
        @Json.Raw @Nullable String toolConfig,
        @Json.Raw @Nullable String safetySettings,
        @Nullable GenerationConfig generationConfig,
        @Nullable String cachedContent,
        @Nullable String serviceTier) {
    public GenerateContentRequest {
        contents = List.copyOf(contents);
    }
}
