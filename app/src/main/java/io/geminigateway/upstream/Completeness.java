package io.geminigateway.upstream;

import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.GenerateContentResponse;

/// What an answer still lacks. It is complete when every candidate seen has given a finish reason, or when
/// the prompt was refused.
final class Completeness {
    private long seen;
    private long finished;
    private boolean refused;
    private boolean hasContent;
    private boolean explained;

    void note(GenerateContentResponse response) {
        refused |= response.isBlocked();
        for (var candidate : response.candidatesOrNone()) {
            note(candidate);
        }
    }

    boolean isComplete() {
        return refused || (finished != 0 && seen == finished);
    }

    /// Whether it came to nothing, and no finish reason says why: a limit reached or a filter that took
    /// everything is a legitimate answer.
    boolean isEmpty() {
        return !refused && !hasContent && !explained;
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
            case "STOP", "OTHER", "FINISH_REASON_UNSPECIFIED" -> true;
            default -> false;
        };
    }
}
