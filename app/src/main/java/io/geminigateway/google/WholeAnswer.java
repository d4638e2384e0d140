package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;

/// An answer in one piece: Google's bytes.
final class WholeAnswer implements AnswerWriter {
    static final String JSON = "application/json; charset=UTF-8";

    @Override
    public String contentType() {
        return JSON;
    }

    @Override
    public boolean isVerbatim() {
        return true;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        out.append(event.json());
    }

    @Override
    public void end(Bytes out) {
        // Google has said it all
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("a whole answer fails before anything is sent");
    }
}
