package io.geminigateway.openai.completions;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.openai.OpenAiErrors;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseWriter;
import java.util.List;

/// Writes texts as they grow, each chunk under its text's index.
final class StreamedCompletion implements AnswerWriter {
    private final CompletionHead head;
    private final List<Continuation> choices;
    private final boolean includeUsage;

    StreamedCompletion(CompletionHead head, List<Continuation> choices, boolean includeUsage) {
        this.head = head;
        this.choices = choices;
        this.includeUsage = includeUsage;
    }

    @Override
    public String contentType() {
        return SseWriter.CONTENT_TYPE;
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        event(0, event, out);
    }

    @Override
    public void event(int part, GeminiEvent event, Bytes out) {
        var choice = choices.get(part);
        choice.add(event.response());
        if (choice.hasNews()) {
            chunk(part, false, out);
        }
    }

    @Override
    public void end(Bytes out) {
        for (var i = 0; i < choices.size(); i++) {
            chunk(i, true, out);
        }
        if (includeUsage) {
            var usage = CompletionUsage.of(choices).json();
            out.append("data: ").append(head.json()).append("],\"usage\":%s}\n\n".formatted(usage));
        }
        out.append("data: [DONE]\n\n");
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        OpenAiErrors.event(failure, out);
    }

    private void chunk(int index, boolean last, Bytes out) {
        out.append("data: ").append(head.json());
        choices.get(index).write(index, last, out);
        out.append(includeUsage ? "],\"usage\":null}\n\n" : "]}\n\n");
    }
}
