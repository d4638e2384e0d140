package io.geminigateway.answer;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.FinishReason;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.TextSignature;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.gemini.Utf8;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What Gemini's events mean. Streamed and whole answers of every dialect hang on it, so they cannot differ.
public final class Answer {
    /// Hears what is said, piece by piece, in order.
    public interface Pieces {
        void content(String text);

        void reasoning(String text);

        void call(AnsweredCall call);

        void image(Picture image);

        void audio(String mimeType, Utf8 base64);

        /// The probabilities of the tokens of what is said next: Gemini's `logprobsResult`.
        default void chances(String logprobsResult) {}
    }

    /// Why an answer came to its end.
    public enum Cause {
        /// It was complete.
        FINISHED,
        /// It ran into a limit.
        LIMIT,
        /// Google's filters stopped it.
        BLOCKED
    }

    /// How an answer ended. `refusal` is set when Google let nothing of it through.
    public record Ending(Cause cause, @Nullable String refusal, TokenUsage usage) {}

    private final AnsweredCalls calls;
    private final AnswerShape shape;
    private final @Nullable Sources sources;
    private final TextSignature textSignature;
    private boolean hasContent;
    private @Nullable String finishReason;
    private @Nullable String blockReason;
    private @Nullable UsageMetadata usage;

    /// `seed` is unique to the answer: where Google names a call by no id, ours comes from it.
    public Answer(CallTelling telling, Supplier<String> seed, AnswerShape shape) {
        this.calls = new AnsweredCalls(telling, seed);
        this.shape = shape;
        this.sources = shape.mayHaveSources() ? new Sources() : null;
        this.textSignature = calls.textSignature();
    }

    /// Whether it calls tools, as far as it was heard.
    public boolean hasCalls() {
        return calls.hasAny();
    }

    /// Where it has what it says from. Asked for at the end.
    public List<Citation> citations() {
        return sources == null ? List.of() : sources.citations();
    }

    /// What was searched for on the way to it. Asked for at the end.
    public List<String> queries() {
        return sources == null ? List.of() : sources.queries();
    }

    /// What was found. Asked for at the end.
    public List<Page> pages() {
        return sources == null ? List.of() : sources.pages();
    }

    /// The signature on the text. Asked for once, at the end.
    public Optional<String> signature() {
        return textSignature.end();
    }

    /// The last that was heard of it.
    public TokenUsage usage() {
        return usage == null ? TokenUsage.NONE : TokenUsage.of(usage);
    }

    public void event(GenerateContentResponse event, Pieces pieces) {
        if (event.usageMetadata() != null) {
            usage = event.usageMetadata();
        }
        var feedback = event.promptFeedback();
        if (feedback != null && feedback.blockReason() != null) {
            blockReason = feedback.blockReason();
        }
        var candidates = event.candidatesOrNone();
        for (var i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate.indexOrZero() == 0) {
                candidate(candidate, pieces);
            }
        }
    }

    /// Throws a [io.geminigateway.failure.GatewayException] when there was no answer at all.
    public Ending end() {
        if (blockReason != null) {
            return new Ending(Cause.BLOCKED, refusal("prompt", blockReason), usage());
        }
        if (finishReason == null) {
            throw nothing(ErrorType.UPSTREAM_TRUNCATED, "Gemini broke off in the middle of its answer");
        }
        var reason = FinishReason.of(finishReason);
        return switch (reason.meaning()) {
            case FINISHED -> new Ending(Cause.FINISHED, null, usage());
            case LIMIT, TO_BE_CONTINUED -> new Ending(Cause.LIMIT, null, usage());
            case BLOCKED -> new Ending(Cause.BLOCKED, refusal("answer", reason.name()), usage());
            case MISSTEP, UNSIGNED -> unlessSilent(ErrorType.UPSTREAM_MALFORMED, reason);
            case UNEXPLAINED -> unlessSilent(ErrorType.UPSTREAM_EMPTY, reason);
        };
    }

    private void candidate(Candidate candidate, Pieces pieces) {
        if (candidate.finishReason() != null) {
            finishReason = candidate.finishReason();
        }
        if (sources != null) {
            sources.candidate(candidate);
        }
        if (candidate.logprobsResult() != null) {
            pieces.chances(candidate.logprobsResult());
        }
        var parts = candidate.parts();
        for (var i = 0; i < parts.size(); i++) {
            part(parts.get(i), i, pieces);
        }
    }

    /// An empty text may still be signed.
    private void part(Part part, int index, Pieces pieces) {
        if (part.functionCall() != null) {
            calls.next(part.functionCall(), part.thoughtSignature()).ifPresent(call -> {
                hasContent = true;
                pieces.call(call);
            });
            return;
        }
        if (part.inlineData() != null) {
            media(part, index, pieces);
            return;
        }
        var text = CodeBlocks.of(part).orElse(part.text());
        if (text != null && !part.isThought()) {
            textSignature.heard(text, part.thoughtSignature());
        }
        if (text == null || text.isEmpty()) {
            return;
        }
        if (part.isThought()) {
            pieces.reasoning(text);
        } else {
            content(text, index, pieces);
        }
    }

    private void content(String text, int index, Pieces pieces) {
        hasContent = true;
        if (sources != null) {
            sources.heard(index, text);
        }
        pieces.content(text);
    }

    /// Pictures on the way to the last one are thoughts.
    private void media(Part part, int index, Pieces pieces) {
        var blob = part.inlineData();
        var data = blob == null ? null : blob.data();
        if (blob == null || data == null || part.isThought()) {
            return;
        }
        var type = String.valueOf(blob.mimeType());
        if (MediaType.modality(type) == Modality.AUDIO) {
            hasContent = true;
            pieces.audio(type, data);
        } else if (shape.picturesAsText()) {
            content(Picture.of(blob, data).markdown(), index, pieces);
        } else {
            hasContent = true;
            pieces.image(Picture.of(blob, data));
        }
    }

    /// What was said before an odd end stands; if nothing was, there is no answer.
    private Ending unlessSilent(ErrorType type, FinishReason reason) {
        if (hasContent) {
            return new Ending(Cause.FINISHED, null, usage());
        }
        throw nothing(type, "Gemini gave no answer: it ended with %s".formatted(reason));
    }

    private @Nullable String refusal(String what, String reason) {
        return hasContent ? null : "The %s was blocked by Google: %s".formatted(what, reason);
    }

    private static GatewayException nothing(ErrorType type, String message) {
        return new Failure.UpstreamBroken(type, message).asException();
    }
}
