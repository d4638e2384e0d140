package io.geminigateway.openai.completions;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Completions that were asked for: one chat for each. `echoes` is what each begins with, mostly nothing.
record CompletionCall(List<DialectCall> chats, String spokenModel, List<String> echoes, boolean includeUsage)
        implements DialectCall {
    CompletionCall {
        chats = List.copyOf(chats);
        echoes = List.copyOf(echoes);
    }

    @Override
    public ModelName model() {
        return chats.getFirst().model();
    }

    @Override
    public boolean streaming() {
        return chats.getFirst().streaming();
    }

    @Override
    public byte[] geminiRequest() {
        return chats.getFirst().geminiRequest();
    }

    @Override
    public List<byte[]> geminiRequests() {
        return chats.stream().map(DialectCall::geminiRequest).toList();
    }

    @Override
    public Map<String, String> headers() {
        return chats.getFirst().headers();
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var head = CompletionHead.of(requestId, created, spokenModel);
        var choices = echoes.stream().map(Continuation::new).toList();
        return streaming() ? new StreamedCompletion(head, choices, includeUsage) : new WholeCompletion(head, choices);
    }
}
