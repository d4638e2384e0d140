package io.geminigateway.openai.completions;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// Gathers all texts, and writes them as one object.
final class WholeCompletion implements AnswerWriter {
    private final CompletionHead head;
    private final List<Continuation> choices;

    WholeCompletion(CompletionHead head, List<Continuation> choices) {
        this.head = head;
        this.choices = choices;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        event(0, event, out);
    }

    @Override
    public void event(int part, GeminiEvent event, Bytes out) {
        choices.get(part).add(event.response());
    }

    @Override
    public void end(Bytes out) {
        out.append(head.json());
        for (var i = 0; i < choices.size(); i++) {
            out.append(i == 0 ? "" : ",");
            choices.get(i).write(i, true, out);
        }
        out.append("],\"usage\":%s}".formatted(CompletionUsage.of(choices).json()));
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }
}
