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
        if (answers == 1) {
            return streaming ? chunks(head, 0) : completion(head, 0);
        }
        return streaming
                ? new StreamedChoices(each(index -> chunks(head, index)))
                : new WholeChoices(each(index -> completion(head, index)));
    }

    private ChatChunks chunks(ChatHead head, int index) {
        return new ChatChunks(head, index, includeUsage, fresh(head.requestId(), head.created(), index), tools);
    }

    private ChatCompletion completion(ChatHead head, int index) {
        return new ChatCompletion(head, fresh(head.requestId(), head.created(), index), tools, soundAsFile);
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
        return new Answer(calls, () -> requestId + " " + created + (index == 0 ? "" : " " + index), shape);
    }
}
