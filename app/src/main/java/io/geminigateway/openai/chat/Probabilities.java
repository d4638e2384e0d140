package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import org.jspecify.annotations.Nullable;

/// What bends or shows the probabilities of tokens: penalties, biases, logprobs. Most models answer them with an error,
/// and many clients always send them: where they cannot be, they are dropped.
final class Probabilities {
    private static final int MAX_TOP = 20;

    private Probabilities() {}

    static void write(ChatRequest request, Capabilities model, GenerationDraft draft, Dropped dropped) {
        penalty("presence_penalty", "presencePenalty", request.presencePenalty(), model, draft, dropped);
        penalty("frequency_penalty", "frequencyPenalty", request.frequencyPenalty(), model, draft, dropped);
        dropped.addIf(isGiven(request.logitBias()), "logit_bias");
        logprobs(request, model, draft, dropped);
    }

    private static void penalty(
            String name,
            String geminiName,
            @Nullable Double penalty,
            Capabilities model,
            GenerationDraft draft,
            Dropped dropped) {
        if (penalty == null || penalty == 0) {
            return;
        }
        if (Math.abs(penalty) > 2) {
            throw Invalid.value(name, "'%s' must be between -2 and 2".formatted(name));
        }
        if (model.penalties()) {
            draft.set(geminiName, penalty);
        } else {
            dropped.add(name);
        }
    }

    private static void logprobs(ChatRequest request, Capabilities model, GenerationDraft draft, Dropped dropped) {
        var top = request.topLogprobs();
        if (top != null && (top < 0 || top > MAX_TOP)) {
            throw Invalid.value("top_logprobs", "'top_logprobs' must be between 0 and %d".formatted(MAX_TOP));
        }
        if (!Boolean.TRUE.equals(request.logprobs())) {
            dropped.addIf(top != null && top > 0, "top_logprobs");
        } else if (model.logprobs()) {
            draft.set("responseLogprobs", true);
            draft.set("logprobs", top == null || top == 0 ? null : Integer.valueOf(top.intValue()));
        } else {
            dropped.add("logprobs");
            dropped.addIf(top != null, "top_logprobs");
        }
    }

    private static boolean isGiven(@Nullable String json) {
        return json != null && !json.equals("{}");
    }
}
