package io.geminigateway.google;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.ResourceRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One request about what lies with an account.
@SuppressWarnings("ArrayRecordComponent") // never compared
record ResourceCall(
        ModelName model,
        ResourceRequest request,
        byte[] geminiRequest,
        Set<String> held,
        Function<Instant, AnswerWriter> writer)
        implements DialectCall {
    ResourceCall {
        held = Set.copyOf(held);
    }

    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public Method method() {
        return Method.RESOURCE;
    }

    @Override
    public boolean isVerbatim() {
        return true;
    }

    @Override
    public Optional<ResourceRequest> resource() {
        return Optional.of(request);
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return writer.apply(created);
    }
}
