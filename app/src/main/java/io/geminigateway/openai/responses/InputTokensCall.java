package io.geminigateway.openai.responses;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.dialect.TokenCountAnswer;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.prompt.CountedPrompt;
import java.time.Instant;
import java.util.Optional;

/// One question how long the request for a response is.
@SuppressWarnings("ArrayRecordComponent") // shared by all attempts and never changed; never compared
record InputTokensCall(DialectCall response, byte[] geminiRequest) implements DialectCall {
    static InputTokensCall of(DialectCall response) {
        return new InputTokensCall(response, CountedPrompt.of(response.model(), response.geminiRequest()));
    }

    @Override
    public ModelName model() {
        return response.model();
    }

    @Override
    public boolean streaming() {
        return false;
    }

    @Override
    public Method method() {
        return Method.COUNT_TOKENS;
    }

    @Override
    public String conversation() {
        return response.conversation();
    }

    @Override
    public Optional<RemoteMedia> remoteMedia() {
        return response.remoteMedia()
                .map(remote -> new RemoteMedia(
                        remote.addresses(), found -> of(remote.whole().apply(found))));
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new TokenCountAnswer(
                tokens -> "{\"object\":\"response.input_tokens\",\"input_tokens\":%d}".formatted(tokens));
    }
}
