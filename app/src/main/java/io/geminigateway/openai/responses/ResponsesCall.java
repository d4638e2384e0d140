package io.geminigateway.openai.responses;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.openai.chat.ChatCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A response that was asked for: a chat, answered in other words.
record ResponsesCall(ChatCall chat, Terms terms, Map<String, String> headers, Optional<RemoteMedia> remoteMedia)
        implements DialectCall {
    @Override
    public ModelName model() {
        return chat.model();
    }

    @Override
    public boolean streaming() {
        return chat.streaming();
    }

    @Override
    public byte[] geminiRequest() {
        return chat.geminiRequest();
    }

    @Override
    public String conversation() {
        return chat.conversation();
    }

    @Override
    public Set<String> held() {
        return chat.held();
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        var head = new ResponseHead(ItemId.ofResponse(requestId), created, terms.request(), terms.stores());
        var answer = chat.heard(requestId, created);
        return streaming() ? ResponseAnswer.streamed(head, terms, answer) : ResponseAnswer.whole(head, terms, answer);
    }
}
