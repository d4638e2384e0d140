package io.geminigateway.upstream;

import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;

/// What an answer still lacks. What is generated is complete when every candidate seen has given a finish
/// reason, or when the prompt was refused; any other answer is one object, and complete with it.
final class Completeness {
    private final boolean generated;
    private boolean heard;
    private long seen;
    private long finished;
    private boolean refused;
    private boolean hasContent;
    private boolean explained;

    Completeness(Method method) {
        generated = method.generates();
    }

    void note(GenerateContentResponse response) {
        heard = true;
        refused |= response.isBlocked();
        for (var candidate : response.candidatesOrNone()) {
            note(candidate);
        }
    }

    boolean isComplete() {
        return generated ? refused || (finished != 0 && seen == finished) : heard;
    }

    /// Whether it came to nothing, and no finish reason says why: a limit reached or a filter that took
    /// everything is a legitimate answer.
    boolean isEmpty() {
        return generated && !refused && !hasContent && !explained;
    }

    private void note(Candidate candidate) {
        var bit = 1L << Math.min(candidate.indexOrZero(), 63);
        seen |= bit;
        if (candidate.finishReason() != null) {
            finished |= bit;
            explained |= !saysNothing(candidate.finishReason());
        }
        for (var part : candidate.parts()) {
            hasContent |= part.hasData();
        }
    }

    private static boolean saysNothing(String finishReason) {
        return switch (finishReason) {
            case "STOP", "OTHER", "FINISH_REASON_UNSPECIFIED", "NO_IMAGE", "IMAGE_OTHER" -> true;
            default -> false;
        };
    }
}
