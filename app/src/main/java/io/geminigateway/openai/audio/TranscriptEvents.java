package io.geminigateway.openai.audio;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.openai.OpenAiErrors;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;

/// Writes a transcript as a stream: what is new, and at the end the whole once more.
final class TranscriptEvents implements AnswerWriter {
    private final Transcript transcript = new Transcript();

    @Override
    public String contentType() {
        return SseWriter.CONTENT_TYPE;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        var added = transcript.add(event.response());
        if (!added.isEmpty()) {
            out.append("data: {\"type\":\"transcript.text.delta\",\"delta\":");
            JsonText.write(added, out);
            out.append("}\n\n");
        }
    }

    @Override
    public void end(Bytes out) {
        try {
            var text = transcript.text();
            out.append("data: {\"type\":\"transcript.text.done\",\"text\":");
            JsonText.write(text, out);
            out.append(",\"usage\":");
            transcript.writeUsage(out);
            out.append("}\n\n");
        } catch (GatewayException nothing) {
            fail(nothing.failure(), out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        OpenAiErrors.event(failure, out);
    }
}
