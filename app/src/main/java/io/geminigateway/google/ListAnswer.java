package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;

/// A stream as one JSON list, sent element by element: what Google streams unless `alt=sse` asks for events.
final class ListAnswer implements AnswerWriter {
    private boolean begun;

    @Override
    public String contentType() {
        return WholeAnswer.JSON;
    }

    @Override
    public boolean isVerbatim() {
        return true;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        element(event.json(), out);
    }

    /// A blank may stand between any two elements, and before the list.
    @Override
    public void heartbeat(Bytes out) {
        out.write('\n');
    }

    @Override
    public void end(Bytes out) {
        out.append(begun ? "]" : "[]");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        element(GoogleErrors.envelope(failure), out);
        end(out);
    }

    private void element(byte[] json, Bytes out) {
        out.append(begun ? ",\r\n" : "[");
        out.append(json);
        begun = true;
    }
}
