package io.geminigateway.anthropic.messages;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.dialect.TokenCountAnswer;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import java.time.Instant;
import java.util.Optional;

/// One question how long a prompt is.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record TokenCountCall(ModelName model, byte[] geminiRequest, String conversation, Optional<RemoteMedia> remoteMedia)
        implements DialectCall {
    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public Method method() {
        return Method.COUNT_TOKENS;
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new TokenCountAnswer(tokens -> "{\"input_tokens\":%d}".formatted(tokens));
    }
}
