package io.geminigateway.openai.chat;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.sse.Bytes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Token counts in OpenAI's terms: the prompt includes what was cached, the completion includes what was thought.
/// Details are Gemini's lists of counts by modality, looked into only when they are written.
record ChatUsage(
        int prompt,
        int cached,
        int completion,
        int reasoning,
        int total,
        @Nullable String promptDetails,
        @Nullable String completionDetails) {
    static final ChatUsage NONE = new ChatUsage(0, 0, 0, 0, 0, null, null);

    static ChatUsage of(UsageMetadata usage) {
        var prompt = count(usage.promptTokenCount()) + count(usage.toolUsePromptTokenCount());
        var reasoning = count(usage.thoughtsTokenCount());
        var completion = count(usage.candidatesTokenCount()) + reasoning;
        var total = usage.totalTokenCount() == null ? prompt + completion : count(usage.totalTokenCount());
        return new ChatUsage(
                prompt,
                count(usage.cachedContentTokenCount()),
                completion,
                reasoning,
                total,
                usage.promptTokensDetails(),
                usage.candidatesTokensDetails());
    }

    /// Of two calls together.
    ChatUsage plus(ChatUsage other) {
        return new ChatUsage(
                prompt + other.prompt,
                cached + other.cached,
                completion + other.completion,
                reasoning + other.reasoning,
                total + other.total,
                joined(promptDetails, other.promptDetails),
                joined(completionDetails, other.completionDetails));
    }

    /// Two lists as one: what is of the same modality is added up when it is written.
    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return JsonValue.parse(one) instanceof JsonValue.Elements(var some)
                        && JsonValue.parse(other) instanceof JsonValue.Elements(var more)
                ? new JsonValue.Elements(
                                Stream.concat(some.stream(), more.stream()).toList())
                        .toString()
                : one;
    }

    void write(Bytes out) {
        out.append("{\"prompt_tokens\":" + prompt
                + ",\"completion_tokens\":" + completion
                + ",\"total_tokens\":" + total
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + cached
                + ",\"audio_tokens\":" + tokens(promptDetails, "AUDIO")
                + images(promptDetails)
                + "},\"completion_tokens_details\":{\"reasoning_tokens\":" + reasoning
                + ",\"audio_tokens\":" + tokens(completionDetails, "AUDIO")
                + images(completionDetails)
                + ",\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");
    }

    /// Not OpenAI's in chats, but the name it has elsewhere.
    private static String images(@Nullable String details) {
        var tokens = tokens(details, "IMAGE");
        return tokens == 0 ? "" : ",\"image_tokens\":" + tokens;
    }

    private static int tokens(@Nullable String details, String modality) {
        if (details == null || !details.contains(modality)) {
            return 0;
        }
        if (!(JsonValue.parse(details) instanceof JsonValue.Elements(var counts))) {
            return 0;
        }
        return counts.stream()
                .flatMap(entry -> entry.asObject().stream())
                .filter(entry -> JsonValue.of(modality).equals(entry.get("modality")))
                .mapToInt(entry -> Reasoning.tokens(entry.get("tokenCount")).orElse(0))
                .sum();
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
