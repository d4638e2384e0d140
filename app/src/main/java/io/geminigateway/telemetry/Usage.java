package io.geminigateway.telemetry;

import io.geminigateway.gemini.UsageMetadata;
import org.jspecify.annotations.Nullable;

/// Gemini's counts of tokens as totals: what is cached is part of the input, what was thought part of the output.
public final class Usage {
    private Usage() {}

    public static long input(UsageMetadata usage) {
        return orZero(usage.promptTokenCount()) + orZero(usage.toolUsePromptTokenCount());
    }

    public static long output(UsageMetadata usage) {
        return orZero(usage.candidatesTokenCount()) + reasoning(usage);
    }

    static long cached(UsageMetadata usage) {
        return orZero(usage.cachedContentTokenCount());
    }

    static long reasoning(UsageMetadata usage) {
        return orZero(usage.thoughtsTokenCount());
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
