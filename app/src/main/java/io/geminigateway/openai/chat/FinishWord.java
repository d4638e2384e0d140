package io.geminigateway.openai.chat;

import io.geminigateway.answer.Answer;

/// OpenAI's `finish_reason`.
final class FinishWord {
    private FinishWord() {}

    static String of(Answer.Cause cause, boolean hasCalls, Tools tools) {
        return switch (cause) {
            case FINISHED -> hasCalls ? calls(tools) : "stop";
            case LIMIT -> "length";
            case BLOCKED -> "content_filter";
        };
    }

    private static String calls(Tools tools) {
        return tools.isOldStyle() ? "function_call" : "tool_calls";
    }
}
