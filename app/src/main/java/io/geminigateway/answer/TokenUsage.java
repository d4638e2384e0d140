package io.geminigateway.answer;

import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.UsageMetadata;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Token counts of an answer: `prompt` includes what was `cached`, `completion` what was thought.
/// Details are Gemini's lists of counts by modality, looked into only when they are written.
public record TokenUsage(
        int prompt,
        int cached,
        int completion,
        int reasoning,
        int total,
        @Nullable String promptDetails,
        @Nullable String completionDetails) {
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, 0, null, null);

    static TokenUsage of(UsageMetadata usage) {
        return new TokenUsage(
                usage.input(),
                usage.cached(),
                usage.output(),
                usage.reasoning(),
                usage.total(),
                usage.promptTokensDetails(),
                usage.candidatesTokensDetails());
    }

    /// Of two calls together.
    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
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
}
