package io.geminigateway.openai.chat;

import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which words to take, and how many answers.
final class ChatSampling {
    private static final int MOST_ANSWERS = 8;

    private ChatSampling() {}

    /// Gives back how long the answer may be; null if the request does not say.
    static @Nullable Integer write(ChatRequest request, Sampling sampling, GenerationDraft draft) {
        sampling.stops(request.stop() == null ? List.of() : request.stop().strings(), "stop");
        var limit = request.maxCompletionTokens() == null
                ? sampling.limit(request.maxTokens(), "max_tokens")
                : sampling.limit(request.maxCompletionTokens(), "max_completion_tokens");
        sampling.temperature(request.temperature());
        sampling.topP(request.topP());
        sampling.topK(request.topK()); // not OpenAI's, but sent by many
        draft.set("seed", seed(request.seed()));
        return limit;
    }

    /// How many answers are wanted. Gemini gives one at a time, so each is a call.
    static int answers(@Nullable Long n) {
        if (n == null) {
            return 1;
        }
        if (n < 1 || n > MOST_ANSWERS) {
            throw Invalid.value("n", "'n' must be 1 to %d".formatted(MOST_ANSWERS));
        }
        return n.intValue();
    }

    /// OpenAI's seeds have 64 bits, Gemini's 32: those that fit stay what they are.
    private static @Nullable Integer seed(@Nullable Long seed) {
        if (seed == null) {
            return null;
        }
        return seed == seed.intValue() ? seed.intValue() : Long.hashCode(seed);
    }
}
