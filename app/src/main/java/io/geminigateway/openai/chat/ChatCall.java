package io.geminigateway.openai.chat;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnswerShape;
import io.geminigateway.answer.CallTelling;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// One chat completion that was asked for. Answers name the model as the client spoke it.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
public record ChatCall(
        ModelName model,
        boolean streaming,
        byte[] geminiRequest,
        String conversation,
        Set<String> held,
        String spokenModel,
        boolean includeUsage,
        Map<String, String> headers,
        CallTelling calls,
        Tools tools,
        AnswerShape shape,
        boolean soundAsFile,
        int answers,
        Optional<RemoteMedia> remoteMedia)
        implements DialectCall {

    /// The same call as often as there are to be answers.
    @Override
    public List<byte[]> geminiRequests() {
        return Collections.nCopies(answers, geminiRequest);
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var head = new ChatHead(requestId, created, spokenModel);
        if (streaming) {
            var chunks =
                    each(index -> new ChatChunks(head, index, includeUsage, fresh(requestId, created, index), tools));
            return answers == 1 ? chunks.getFirst() : new StreamedChoices(chunks);
        }
        var completions = each(index -> new ChatCompletion(head, fresh(requestId, created, index), tools, soundAsFile));
        return answers == 1 ? completions.getFirst() : new WholeChoices(completions);
    }

    private <T> List<T> each(IntFunction<T> writer) {
        return IntStream.range(0, answers).mapToObj(writer).toList();
    }

    /// What Gemini's events will mean, for whoever words the one answer to this in another way.
    public Answer heard(String requestId, Instant created) {
        return fresh(requestId, created, 0);
    }

    /// Calls of tools are named after the request; those of other answers to it are others.
    private Answer fresh(String requestId, Instant created, int index) {
        var name = requestId + " " + created + (index == 0 ? "" : " " + index);
        return new Answer(calls, name, shape);
    }
}
