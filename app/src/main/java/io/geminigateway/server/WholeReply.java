package io.geminigateway.server;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.relay.Reply;
import io.geminigateway.sse.Bytes;

/// An answer that is sent in one piece when it is complete. Until then a failure is still a status.
final class WholeReply implements Reply {
    private final Visit visit;
    private final AnswerWriter writer;
    private final Bytes out = new Bytes();

    WholeReply(Visit visit, AnswerWriter writer) {
        this.visit = visit;
        this.writer = writer;
    }

    @Override
    public void event(GeminiEvent event) {
        writer.event(event, out);
    }

    @Override
    public void event(int part, GeminiEvent event) {
        writer.event(part, event, out);
    }

    @Override
    public void drained() {}

    @Override
    public void ended() {
        writer.end(out);
        visit.answering();
        visit.answer(200, writer.contentType(), out.take());
    }

    @Override
    public void failed(Failure failure) {
        visit.fail(failure);
    }
}
