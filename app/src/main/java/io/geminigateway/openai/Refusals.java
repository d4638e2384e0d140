package io.geminigateway.openai;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.FinishReason;
import io.geminigateway.gemini.GenerateContentResponse;
import org.jspecify.annotations.Nullable;

/// Why an answer of Gemini's came to nothing, for endpoints whose answers have no place to say so: a refusal is the
/// client's error, everything else Google's.
public final class Refusals {
    private @Nullable String blocked;
    private @Nullable String finishReason;

    public void note(GenerateContentResponse response) {
        var feedback = response.promptFeedback();
        if (feedback != null && feedback.blockReason() != null) {
            blocked = feedback.blockReason();
        }
        for (var candidate : response.candidatesOrNone()) {
            var reason = candidate.finishReason();
            if (reason != null) {
                finishReason = reason;
                blocked = FinishReason.of(reason).meaning() == FinishReason.Meaning.BLOCKED ? reason : blocked;
            }
        }
    }

    /// Google's word for it, as far as it had one.
    public String reason() {
        if (blocked != null) {
            return blocked;
        }
        return finishReason == null ? "no reason" : finishReason;
    }

    public boolean isBlocked() {
        return blocked != null;
    }

    /// `what` was asked for: `image`.
    public GatewayException nothing(String what) {
        if (blocked != null) {
            var message = "Google refused to make this %s: %s".formatted(what, reason());
            return new Failure.InvalidRequest(message, null, "content_policy_violation").asException();
        }
        return new Failure.UpstreamBroken(ErrorType.UPSTREAM_EMPTY, "Gemini made no %s: %s".formatted(what, reason()))
                .asException();
    }
}
