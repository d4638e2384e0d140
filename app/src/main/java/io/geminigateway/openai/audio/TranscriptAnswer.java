package io.geminigateway.openai.audio;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.sse.Bytes;

/// Writes a transcript in one piece: as JSON, or as the bare text.
final class TranscriptAnswer implements AnswerWriter {
    private final Transcript transcript = new Transcript();
    private final boolean asJson;

    TranscriptAnswer(boolean asJson) {
        this.asJson = asJson;
    }

    @Override
    public String contentType() {
        return asJson ? "application/json" : "text/plain; charset=utf-8";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        transcript.add(event.response());
    }

    @Override
    public void end(Bytes out) {
        var text = transcript.text();
        if (!asJson) {
            out.append(text).append("\n");
            return;
        }
        out.append("{\"text\":");
        JsonText.write(text, out);
        out.append(",\"usage\":");
        transcript.writeUsage(out);
        out.append("}");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }
}
