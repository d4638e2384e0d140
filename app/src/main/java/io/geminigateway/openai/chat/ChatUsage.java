package io.geminigateway.openai.chat;

import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// Token counts in OpenAI's terms: the prompt includes what was cached, the completion includes what was thought.
record ChatUsage(int prompt, int cached, int completion, int reasoning, int total) {
    static final ChatUsage NONE = new ChatUsage(0, 0, 0, 0, 0);

    static ChatUsage of(UsageMetadata usage) {
        var prompt = count(usage.promptTokenCount()) + count(usage.toolUsePromptTokenCount());
        var reasoning = count(usage.thoughtsTokenCount());
        var completion = count(usage.candidatesTokenCount()) + reasoning;
        var total = usage.totalTokenCount() == null ? prompt + completion : count(usage.totalTokenCount());
        return new ChatUsage(prompt, count(usage.cachedContentTokenCount()), completion, reasoning, total);
    }

    void write(Bytes out) {
        out.append("{\"prompt_tokens\":" + prompt
                + ",\"completion_tokens\":" + completion
                + ",\"total_tokens\":" + total
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + cached
                + ",\"audio_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":" + reasoning
                + ",\"audio_tokens\":0,\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
