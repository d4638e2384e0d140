package io.geminigateway.openai.chat;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.openai.TokenDetails;
import io.geminigateway.sse.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Token counts in OpenAI's words.
final class ChatUsage {
    private static final byte[] PROMPT = ascii("{\"prompt_tokens\":");
    private static final byte[] COMPLETION = ascii(",\"completion_tokens\":");
    private static final byte[] TOTAL = ascii(",\"total_tokens\":");
    private static final byte[] CACHED = ascii(",\"prompt_tokens_details\":{\"cached_tokens\":");
    private static final byte[] REASONING = ascii("},\"completion_tokens_details\":{\"reasoning_tokens\":");
    private static final byte[] AUDIO = ascii(",\"audio_tokens\":");
    private static final byte[] IMAGES = ascii(",\"image_tokens\":");
    private static final byte[] END = ascii(",\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}");

    private ChatUsage() {}

    static void write(TokenUsage usage, Bytes out) {
        out.append(PROMPT).append(usage.prompt());
        out.append(COMPLETION).append(usage.completion());
        out.append(TOTAL).append(usage.total());
        out.append(CACHED).append(usage.cached());
        media(usage.promptDetails(), out);
        out.append(REASONING).append(usage.reasoning());
        media(usage.completionDetails(), out);
        out.append(END);
    }

    private static void media(@Nullable String details, Bytes out) {
        out.append(AUDIO).append(TokenDetails.of(details, "AUDIO"));
        var images = TokenDetails.of(details, "IMAGE");
        if (images != 0) { // not OpenAI's in chats, but the name it has elsewhere
            out.append(IMAGES).append(images);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
