package io.geminigateway.server;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.Kept;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.relay.Reply;
import io.geminigateway.sse.Bytes;
import io.geminigateway.telemetry.ModelMeter;
import java.util.List;

/// An answer that is sent in one piece when it is complete. Until then a failure is still a status.
final class WholeReply implements Reply {
    private final Visit visit;
    private final AnswerWriter writer;
    private final Holders holders;
    private final Bytes out = new Bytes();

    WholeReply(Visit visit, AnswerWriter writer, Holders holders) {
        this.visit = visit;
        this.writer = writer;
        this.holders = holders;
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
    public ModelMeter meter() {
        return visit.meter().model();
    }

    @Override
    public void charge(UsageMetadata usage) {
        visit.meter().charge(usage);
    }

    @Override
    public void drained() {}

    @Override
    public void ended() {
        writer.end(out);
        keep(writer.kept());
        writer.headers().forEach(visit.response()::putHeader);
        visit.answering();
        visit.answer(200, writer.contentType(), out.take());
    }

    @Override
    public void failed(Failure failure) {
        visit.fail(failure);
    }

    @Override
    public void cameToNothing(Failure failure, List<GeminiEvent> said) {
        if (writer.isVerbatim() && !said.isEmpty()) {
            said.forEach(this::event);
            ended();
        } else {
            failed(failure);
        }
    }

    private void keep(List<Kept> kept) {
        var serving = visit.serving();
        if (serving != null && !kept.isEmpty()) {
            serving.account().ifPresent(account -> holders.keep(kept, account, visit.client()));
        }
    }
}
