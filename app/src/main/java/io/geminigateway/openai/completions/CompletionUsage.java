package io.geminigateway.openai.completions;

import java.util.List;

/// Tokens, summed over all texts.
record CompletionUsage(int prompt, int completion) {
    static CompletionUsage of(List<Continuation> choices) {
        return new CompletionUsage(
                choices.stream().mapToInt(Continuation::promptTokens).sum(),
                choices.stream().mapToInt(Continuation::completionTokens).sum());
    }

    String json() {
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                .formatted(prompt, completion, prompt + completion);
    }
}
