package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.TokenUsage;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;

/// Why a message ended, in Anthropic's words. Google does not tell a stop sequence from a natural end.
final class StopReason {
    private StopReason() {}

    /// `"stop_reason":...,"stop_sequence":null,"stop_details":...`.
    static void write(Answer.Ending ending, boolean hasCalls, MessageCall.Terms terms, Bytes out) {
        out.append("\"stop_reason\":\"").append(word(ending, hasCalls, terms));
        out.append("\",\"stop_sequence\":null,\"stop_details\":");
        if (ending.cause() == Answer.Cause.BLOCKED) {
            out.append("{\"type\":\"refusal\",\"category\":null,\"explanation\":");
            JsonText.writeOrNull(ending.refusal(), out);
            out.write('}');
        } else {
            out.append("null");
        }
    }

    private static String word(Answer.Ending ending, boolean hasCalls, MessageCall.Terms terms) {
        return switch (ending.cause()) {
            case FINISHED -> hasCalls ? "tool_use" : "end_turn";
            case LIMIT -> isFull(ending.usage(), terms) ? "model_context_window_exceeded" : "max_tokens";
            case BLOCKED -> "refusal";
        };
    }

    /// Whether it was the model's window that was full, before the client's limit was reached.
    private static boolean isFull(TokenUsage usage, MessageCall.Terms terms) {
        return terms.window() > 0
                && usage.total() >= terms.window()
                && (terms.limit() == 0 || usage.completion() < terms.limit());
    }
}
