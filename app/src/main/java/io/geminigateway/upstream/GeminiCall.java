package io.geminigateway.upstream;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;

/// One thing to ask of Google. `body` is the method's request as JSON, shared by all attempts and never changed;
/// `requestId` is the client request's own id; `conversation` is a key that the requests of one conversation share, or
/// of one user, empty when nothing is known: it draws them to one account, whose prompt cache is warm.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeminiCall(String requestId, ModelName model, Method method, byte[] body, String conversation) {

    /// The same, asked in other words.
    public GeminiCall saying(byte[] otherBody) {
        return new GeminiCall(requestId, model, method, otherBody, conversation);
    }

    /// Whether the answer comes as a stream of events.
    public boolean streaming() {
        return method.isStream();
    }
}
