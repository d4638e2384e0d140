package io.geminigateway.upstream;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.FinishReason;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an answer still lacks. What is generated is complete when every candidate seen has given a finish reason, or
/// when the prompt was refused; any other answer is one object, and complete with it. Of a streamed answer the client
/// may have what came already; of a whole one it has nothing.
final class Completeness {
    private final boolean generated;
    private final boolean streaming;
    private boolean heard;
    private long seen;
    private long finished;
    private boolean refused;
    private boolean answered;
    private boolean explained;
    private @Nullable FinishReason stumble;
    private FinishReason last = FinishReason.STOP;

    Completeness(Method method) {
        generated = method.generates();
        streaming = method.isStream();
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

    /// Why a complete answer is none after all: it came to nothing, and no finish reason excuses that, or the model
    /// stumbled. Thoughts are no answer.
    Optional<UpstreamFailure> shortfall() {
        if (!generated || refused || (answered && (streaming || stumble == null))) {
            return Optional.empty();
        }
        if (stumble != null) {
            var failure = UpstreamFailure.of(
                    ErrorType.UPSTREAM_MALFORMED, "Gemini's answer could not be used: %s.".formatted(stumble));
            return Optional.of(
                    stumble.meaning() == FinishReason.Meaning.UNSIGNED
                            ? failure.withReason(RequestErrors.THOUGHT_SIGNATURE)
                            : failure);
        }
        return explained
                ? Optional.empty()
                : Optional.of(UpstreamFailure.of(
                        ErrorType.UPSTREAM_EMPTY, "Gemini gave no answer: it ended with %s.".formatted(last)));
    }

    private void note(Candidate candidate) {
        var bit = 1L << Math.min(candidate.indexOrZero(), 63);
        seen |= bit;
        if (candidate.finishReason() != null) {
            finished |= bit;
            note(FinishReason.of(candidate.finishReason()));
        }
        for (var part : candidate.parts()) {
            answered |= part.hasData() && !part.isThought();
        }
    }

    private void note(FinishReason reason) {
        last = reason;
        switch (reason.meaning()) {
            case MISSTEP, UNSIGNED -> stumble = reason;
            case LIMIT, TO_BE_CONTINUED, BLOCKED -> explained = true;
            case FINISHED, UNEXPLAINED -> {}
        }
    }
}
