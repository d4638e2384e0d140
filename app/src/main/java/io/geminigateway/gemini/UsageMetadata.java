package io.geminigateway.gemini;

import org.jspecify.annotations.Nullable;

/// Token counts so far; the last event's win, they are never added up. The prompt count includes cached tokens,
/// the candidates count excludes thoughts. Absent means 0.
public record UsageMetadata(
        @Nullable Integer promptTokenCount,
        @Nullable Integer cachedContentTokenCount,
        @Nullable Integer candidatesTokenCount,
        @Nullable Integer thoughtsTokenCount,
        @Nullable Integer toolUsePromptTokenCount,
        @Nullable Integer totalTokenCount,
        @Nullable String promptTokensDetails,
        @Nullable String candidatesTokensDetails) {}
