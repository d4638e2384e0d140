package io.geminigateway.openai.completions;

import io.geminigateway.gemini.FinishReason;
import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// One text as it grows, and how it ended. What was thought is not part of it.
final class Continuation {
    private final StringBuilder text = new StringBuilder();
    private String finishReason = "stop";
    private @Nullable UsageMetadata usage;

    /// It may begin with the text that it continues.
    Continuation(String echo) {
        text.append(echo);
    }

    void add(GenerateContentResponse event) {
        usage = event.usageMetadata() == null ? usage : event.usageMetadata();
        if (event.isBlocked()) {
            finishReason = "content_filter";
        }
        for (var candidate : event.candidatesOrNone()) {
            for (var part : candidate.parts()) {
                if (part.text() != null && !part.isThought()) {
                    text.append(part.text());
                }
            }
            if (candidate.finishReason() != null) {
                finishReason = spoken(FinishReason.of(candidate.finishReason()));
            }
        }
    }

    /// Writes what has come since the last time, and forgets it.
    void write(int index, boolean last, Bytes out) {
        out.append("{\"index\":%d,\"text\":".formatted(index));
        JsonText.write(text.toString(), out);
        text.setLength(0);
        out.append(",\"logprobs\":null,\"finish_reason\":%s}".formatted(last ? '"' + finishReason + '"' : "null"));
    }

    boolean hasNews() {
        return !text.isEmpty();
    }

    int promptTokens() {
        return usage == null ? 0 : usage.input();
    }

    int completionTokens() {
        return usage == null ? 0 : usage.output();
    }

    private static String spoken(FinishReason reason) {
        return switch (reason.meaning()) {
            case LIMIT, TO_BE_CONTINUED -> "length";
            case BLOCKED -> "content_filter";
            case FINISHED, MISSTEP, UNSIGNED, UNEXPLAINED -> "stop";
        };
    }
}
