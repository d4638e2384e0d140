package io.geminigateway.openai.chat;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.openai.TokenDetails;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// Token counts in OpenAI's words.
final class ChatUsage {
    private ChatUsage() {}

    static void write(TokenUsage usage, Bytes out) {
        out.append("{\"prompt_tokens\":" + usage.prompt()
                + ",\"completion_tokens\":" + usage.completion()
                + ",\"total_tokens\":" + usage.total()
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + usage.cached()
                + ",\"audio_tokens\":" + TokenDetails.of(usage.promptDetails(), "AUDIO")
                + images(usage.promptDetails())
                + "},\"completion_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning()
                + ",\"audio_tokens\":" + TokenDetails.of(usage.completionDetails(), "AUDIO")
                + images(usage.completionDetails())
                + ",\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");
    }

    /// Not OpenAI's in chats, but the name it has elsewhere.
    private static String images(@Nullable String details) {
        var tokens = TokenDetails.of(details, "IMAGE");
        return tokens == 0 ? "" : ",\"image_tokens\":" + tokens;
    }
}
