package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.Kept;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import java.time.Instant;
import java.util.List;

/// What Google says of a file or a cache, and who has it.
final class ResourceAnswer implements AnswerWriter {
    private final String deleted;
    private final Instant now;
    private List<Kept> kept = List.of();

    /// `deleted` is the name of what is gone after this; empty if nothing is.
    ResourceAnswer(String deleted, Instant now) {
        this.deleted = deleted;
        this.now = now;
    }

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
        out.append(event.json());
        kept = deleted.isEmpty() ? HeldThing.in(event.json(), now) : List.of(Kept.gone(deleted));
    }

    @Override
    public List<Kept> kept() {
        return kept;
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
