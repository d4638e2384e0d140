package io.geminigateway.openai.chat;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.Candidate;
import io.geminigateway.gemini.FinishReason;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.MediaType;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Part;
import io.geminigateway.gemini.TextSignature;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Gemini's events mean in a chat. Streamed and whole answers both hang on it, so they cannot differ.
final class ChatAnswer {
    /// Hears what is said, piece by piece, in order.
    interface Pieces {
        void content(String text);

        void reasoning(String text);

        void call(AnsweredCall call);

        void image(AnsweredMedia image);

        void audio(String mimeType, String base64);

        /// The probabilities of the tokens of what is said next.
        void chances(List<JsonValue> tokens);
    }

    /// How an answer ended. `refusal` is set when Google let nothing of it through.
    record Ending(String finishReason, @Nullable String refusal, ChatUsage usage) {}

    private static final String BLOCKED = "content_filter";

    private final AnsweredCalls calls;
    private final AnswerShape shape;
    private final @Nullable Citations citations;
    private final TextSignature textSignature;
    private boolean hasContent;
    private @Nullable String finishReason;
    private @Nullable String blockReason;
    private ChatUsage usage = ChatUsage.NONE;

    ChatAnswer(AnsweredCalls calls, AnswerShape shape) {
        this.calls = calls;
        this.shape = shape;
        this.citations = shape.mayHaveSources() ? new Citations() : null;
        this.textSignature = calls.textSignature();
    }

    /// Whether and how it calls tools; a style of its own for clients of old.
    boolean hasCalls() {
        return calls.hasAny();
    }

    /// Where it has what it says from. Asked for once, at the end.
    List<JsonValue.Members> annotations() {
        return citations == null ? List.of() : citations.annotations();
    }

    /// The signature on the text. Asked for once, at the end.
    Optional<String> signature() {
        return textSignature.end();
    }

    void event(GenerateContentResponse event, Pieces pieces) {
        if (event.usageMetadata() != null) {
            usage = ChatUsage.of(event.usageMetadata());
        }
        var feedback = event.promptFeedback();
        if (feedback != null && feedback.blockReason() != null) {
            blockReason = feedback.blockReason();
        }
        for (var candidate : event.candidatesOrNone()) {
            if (candidate.indexOrZero() == 0) {
                candidate(candidate, pieces);
            }
        }
    }

    /// Throws a [io.geminigateway.failure.GatewayException] when there was no answer at all.
    Ending end() {
        if (blockReason != null) {
            return new Ending(BLOCKED, refusal("prompt", blockReason), usage);
        }
        if (finishReason == null) {
            throw nothing(ErrorType.UPSTREAM_TRUNCATED, "Gemini broke off in the middle of its answer");
        }
        var reason = FinishReason.of(finishReason);
        return switch (reason.meaning()) {
            case FINISHED -> new Ending(calls.finishReason(), null, usage);
            case LIMIT, TO_BE_CONTINUED -> new Ending("length", null, usage);
            case BLOCKED -> new Ending(BLOCKED, refusal("answer", reason.name()), usage);
            case MISSTEP, UNSIGNED -> unlessSilent(ErrorType.UPSTREAM_MALFORMED, reason);
            case UNEXPLAINED -> unlessSilent(ErrorType.UPSTREAM_EMPTY, reason);
        };
    }

    private void candidate(Candidate candidate, Pieces pieces) {
        if (candidate.finishReason() != null) {
            finishReason = candidate.finishReason();
        }
        if (citations != null) {
            citations.candidate(candidate);
        }
        if (candidate.logprobsResult() != null) {
            pieces.chances(TokenChances.of(candidate.logprobsResult()));
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
        if (citations != null) {
            citations.heard(index, text);
        }
        pieces.content(text);
    }

    /// Pictures on the way to the last one are thoughts.
    private void media(Part part, int index, Pieces pieces) {
        var blob = part.inlineData();
        if (blob == null || blob.data() == null || part.isThought()) {
            return;
        }
        var type = String.valueOf(blob.mimeType());
        if (MediaType.modality(type) == Modality.AUDIO) {
            hasContent = true;
            pieces.audio(type, blob.data());
        } else if (shape.picturesAsText()) {
            content(AnsweredMedia.image(blob).markdown(), index, pieces);
        } else {
            hasContent = true;
            pieces.image(AnsweredMedia.image(blob));
        }
    }

    /// What was said before an odd end stands; if nothing was, there is no answer.
    private Ending unlessSilent(ErrorType type, FinishReason reason) {
        if (hasContent) {
            return new Ending(calls.finishReason(), null, usage);
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
