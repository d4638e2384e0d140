package io.geminigateway.anthropic.messages;

import io.geminigateway.answer.Answer;
import io.geminigateway.answer.AnswerShape;
import io.geminigateway.answer.CallTelling;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One message that was asked for.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record MessageCall(
        ModelName model,
        boolean streaming,
        byte[] geminiRequest,
        String conversation,
        Set<String> held,
        Map<String, String> headers,
        CallTelling calls,
        AnswerShape shape,
        Terms terms,
        Optional<RemoteMedia> remoteMedia)
        implements DialectCall {

    /// What the request says about its answer: the model as the client spoke it and as it is, whether thinking is
    /// expected, and how many tokens the answer may have and the model's window takes; 0 where that is unknown.
    record Terms(String spokenModel, ModelName model, boolean expectsThinking, int limit, int window) {}

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var answer = new Answer(calls, () -> requestId + " " + created, shape);
        var head = new MessageHead(requestId, terms.spokenModel());
        return streaming ? new StreamedMessage(head, answer, terms) : new WholeMessage(head, answer, terms);
    }
}
