package io.geminigateway.openai.images;

import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.openai.TokenDetails;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// Tokens, summed over all calls. Each call is answered in one piece, so its counts come once.
final class ImageUsage {
    private int input;
    private int inputImages;
    private int output;

    void add(@Nullable UsageMetadata usage) {
        if (usage != null) {
            input += usage.input();
            inputImages += TokenDetails.of(usage.promptTokensDetails(), "IMAGE");
            output += usage.output();
        }
    }

    void write(Bytes out) {
        out.append(("{\"input_tokens\":%d,\"output_tokens\":%d,\"total_tokens\":%d,"
                        + "\"input_tokens_details\":{\"text_tokens\":%d,\"image_tokens\":%d}}")
                .formatted(input, output, input + output, Math.max(0, input - inputImages), inputImages));
    }
}
