package io.geminigateway.openai.chat;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One chat completion that was asked for. Answers name the model as the client spoke it.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record ChatCall(
        ModelName model,
        boolean streaming,
        byte[] geminiRequest,
        String spokenModel,
        boolean includeUsage,
        Map<String, String> headers,
        CallTelling calls,
        AnswerShape shape,
        Optional<RemoteMedia> remoteMedia)
        implements DialectCall {

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var head = new ChatHead(requestId, created, spokenModel);
        var answer = new ChatAnswer(new AnsweredCalls(calls, requestId + " " + created), shape);
        return streaming
                ? new ChatChunks(head, includeUsage, answer)
                : new ChatCompletion(head, answer, shape.soundAsFile());
    }
}
