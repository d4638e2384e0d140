package io.geminigateway.openai.audio;

import io.geminigateway.gemini.GenerateContentResponse;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.openai.Refusals;
import io.geminigateway.openai.TokenDetails;
import io.geminigateway.sse.Bytes;
import org.jspecify.annotations.Nullable;

/// What a model heard, as it grows. Streamed and whole answers both hang on it.
final class Transcript {
    private final StringBuilder text = new StringBuilder();
    private final Refusals refusals = new Refusals();
    private @Nullable UsageMetadata usage;

    /// What this event adds.
    String add(GenerateContentResponse event) {
        refusals.note(event);
        usage = event.usageMetadata() == null ? usage : event.usageMetadata();
        var before = text.length();
        for (var candidate : event.candidatesOrNone()) {
            for (var part : candidate.parts()) {
                if (part.text() != null && !part.isThought()) {
                    text.append(part.text());
                }
            }
        }
        return text.substring(before);
    }

    /// The whole of it; throws a [io.geminigateway.failure.GatewayException] if there is none.
    String text() {
        if (text.isEmpty()) {
            throw refusals.nothing("transcript");
        }
        return text.toString();
    }

    void writeUsage(Bytes out) {
        var input = usage == null ? 0 : usage.input();
        var output = usage == null ? 0 : usage.output();
        var audio = usage == null ? 0 : TokenDetails.of(usage.promptTokensDetails(), "AUDIO");
        out.append(("{\"type\":\"tokens\",\"input_tokens\":%d,\"output_tokens\":%d,\"total_tokens\":%d,"
                        + "\"input_token_details\":{\"text_tokens\":%d,\"audio_tokens\":%d}}")
                .formatted(input, output, input + output, Math.max(0, input - audio), audio));
    }
}
