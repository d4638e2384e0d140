package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;

/// A stream of events, `alt=sse`. Google ends it by closing, with no last word.
final class EventAnswer implements AnswerWriter {
    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public boolean isVerbatim() {
        return true;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        SseWriter.data(OneLine.of(event.json()), out);
    }

    /// Not a comment: google-genai for Python takes each line that is neither empty nor data for the beginning of an
    /// error.
    @Override
    public void heartbeat(Bytes out) {
        out.append("\n\n");
    }

    @Override
    public void end(Bytes out) {
        // closing is the end
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        SseWriter.data(GoogleErrors.envelope(failure), out);
    }
}
