package io.geminigateway.openai.chat;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;

/// One chat completion that was asked for. Answers name the model as the client spoke it.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record ChatCall(
        ModelName model,
        boolean streaming,
        byte[] geminiRequest,
        String conversation,
        String spokenModel,
        boolean includeUsage)
        implements DialectCall {

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var head = new ChatHead(requestId, created, spokenModel);
        return streaming ? new ChatChunks(head, includeUsage) : new ChatCompletion(head);
    }
}
