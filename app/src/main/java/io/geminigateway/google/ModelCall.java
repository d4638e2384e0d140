package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.RequestOutline;
import java.time.Instant;
import java.util.Set;

/// One request that passes through.
@SuppressWarnings("ArrayRecordComponent") // never compared
record ModelCall(ModelName model, Method method, Framing framing, byte[] geminiRequest, RequestOutline outline)
        implements DialectCall {
    @Override
    public boolean streaming() {
        return method.isStream();
    }

    @Override
    public String conversation() {
        return outline.opening();
    }

    @Override
    public boolean isVerbatim() {
        return true;
    }

    @Override
    public Set<String> held() {
        return outline.held();
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return switch (framing) {
            case WHOLE -> new WholeAnswer();
            case EVENTS -> new EventAnswer();
            case LIST -> new ListAnswer();
        };
    }
}
