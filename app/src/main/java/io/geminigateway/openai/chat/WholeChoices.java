package io.geminigateway.openai.chat;

import io.geminigateway.answer.TokenUsage;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.sse.Bytes;
import java.util.List;

/// Several answers as one object; their usage is told as a sum.
final class WholeChoices implements AnswerWriter {
    private final List<ChatCompletion> choices;

    WholeChoices(List<ChatCompletion> choices) {
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
        var endings = choices.stream().map(ChatCompletion::ending).toList();
        choices.getFirst().open(out);
        var usage = TokenUsage.NONE;
        for (var i = 0; i < endings.size(); i++) {
            out.append(i == 0 ? "" : ",");
            choices.get(i).choice(i, endings.get(i), out);
            usage = usage.plus(endings.get(i).usage());
        }
        choices.getFirst().close(usage, out);
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        choices.getFirst().fail(failure, out);
    }
}
