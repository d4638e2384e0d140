package io.geminigateway.gemini;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Gemini answers: the whole of it, or one event with only what is new.
public record GenerateContentResponse(
        @Nullable List<Candidate> candidates,
        @Nullable PromptFeedback promptFeedback,
        @Nullable UsageMetadata usageMetadata,
        @Nullable String modelVersion,
        @Nullable String responseId) {

    public List<Candidate> candidatesOrNone() {
        return candidates == null ? List.of() : candidates;
    }

    /// Whether Google refused the prompt itself; it does so with a status of 200 and no candidates.
    public boolean isBlocked() {
        return promptFeedback != null && promptFeedback.blockReason() != null;
    }

    /// Whether a client has something to see in it: text, a call, media, or a refusal. A finish reason alone
    /// is not: what came to nothing may still be tried elsewhere.
    public boolean isMeaningful() {
        if (isBlocked()) {
            return true;
        }
        for (var candidate : candidatesOrNone()) {
            for (var part : candidate.parts()) {
                if (part.hasData()) {
                    return true;
                }
            }
        }
        return false;
    }
}
