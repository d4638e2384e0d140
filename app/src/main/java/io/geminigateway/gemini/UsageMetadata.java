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
        @Nullable String candidatesTokensDetails) {

    /// All that was read: what is cached and what tools gave is part of it.
    public int input() {
        return count(promptTokenCount) + count(toolUsePromptTokenCount);
    }

    public int cached() {
        return count(cachedContentTokenCount);
    }

    /// All that was written: what was thought is part of it.
    public int output() {
        return count(candidatesTokenCount) + reasoning();
    }

    public int reasoning() {
        return count(thoughtsTokenCount);
    }

    /// As Google says it, else the sum.
    public int total() {
        return totalTokenCount == null ? input() + output() : count(totalTokenCount);
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
