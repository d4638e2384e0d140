package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.sse.Bytes;

/// Token counts in Anthropic's words: what was cached does not count as input, what was thought does count as output.
final class MessageUsage {
    private MessageUsage() {}

    /// Before the answer is known.
    static void writeFirst(TokenUsage usage, Bytes out) {
        out.write('{');
        input(usage, out);
        out.append("\"output_tokens\":0}");
    }

    static void write(TokenUsage usage, int searches, Bytes out) {
        out.write('{');
        input(usage, out);
        out.append("\"output_tokens\":" + usage.completion());
        out.append(",\"output_tokens_details\":{\"thinking_tokens\":" + usage.reasoning() + "}");
        if (searches > 0) {
            out.append(
                    ",\"server_tool_use\":{\"web_search_requests\":%d,\"web_fetch_requests\":0}".formatted(searches));
        }
        out.write('}');
    }

    private static void input(TokenUsage usage, Bytes out) {
        out.append("\"input_tokens\":" + Math.max(0, usage.prompt() - usage.cached())
                + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":" + usage.cached() + ",");
    }
}
