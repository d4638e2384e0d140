package io.geminigateway.gemini;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whatever may stand at the top of an answer: an error, Code Assist's envelope around `response`, or the response
/// itself.
@Json
record GeminiEnvelope(
        @Json.Raw @Nullable String error,
        @Nullable GenerateContentResponse response,
        @Nullable String traceId,
        @Nullable List<Candidate> candidates,
        @Nullable PromptFeedback promptFeedback,
        @Nullable UsageMetadata usageMetadata,
        @Nullable String modelVersion,
        @Nullable String responseId) {}
