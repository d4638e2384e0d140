package io.geminigateway.upstream;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.ResourceRequest;
import org.jspecify.annotations.Nullable;

/// One thing to ask of Google. `body` is the method's request as JSON, shared by all attempts and never changed;
/// `requestId` is the client request's own id; `conversation` is a key that the requests of one conversation share, or
/// of one user, empty when nothing is known: it draws them to one account, whose prompt cache is warm. `verbatim` when
/// the words are the client's own, and the answer goes to it as it comes. `resource` goes with [Method#RESOURCE].
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeminiCall(
        String requestId,
        ModelName model,
        Method method,
        byte[] body,
        String conversation,
        boolean verbatim,
        @Nullable Pin pin,
        @Nullable ResourceRequest resource) {

    /// For whoever serves, in our words.
    public GeminiCall(String requestId, ModelName model, Method method, byte[] body, String conversation) {
        this(requestId, model, method, body, conversation, false, null, null);
    }

    /// The same, asked in other words.
    public GeminiCall saying(byte[] otherBody) {
        return new GeminiCall(requestId, model, method, otherBody, conversation, verbatim, pin, resource);
    }

    /// Whether the answer comes as a stream of events.
    public boolean streaming() {
        return method.isStream();
    }
}
