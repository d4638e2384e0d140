package io.geminigateway.openai.chat;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// Several answers in one stream, each chunk with its answer's index; their usage is told as a sum.
final class StreamedChoices implements AnswerWriter {
    private final List<ChatChunks> choices;

    StreamedChoices(List<ChatChunks> choices) {
        this.choices = choices;
    }

    @Override
    public String contentType() {
        return choices.getFirst().contentType();
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        event(0, event, out);
    }

    @Override
    public void event(int part, GeminiEvent event, Bytes out) {
        choices.get(part).event(event, out);
    }

    @Override
    public void end(Bytes out) {
        try {
            var usage = TokenUsage.NONE;
            for (var choice : choices) {
                usage = usage.plus(choice.finish(out));
            }
            choices.getFirst().close(usage, out);
        } catch (GatewayException e) {
            fail(e.failure(), out);
        }
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        choices.getFirst().fail(failure, out);
    }
}
