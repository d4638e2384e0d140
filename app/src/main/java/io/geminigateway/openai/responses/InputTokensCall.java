package io.geminigateway.openai.responses;

import io.geminigateway.answer.CountedTokens;
import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.prompt.CountedPrompt;
import io.geminigateway.sse.Bytes;
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
                        remote.addresses(),
                        found -> of(remote.whole().apply(found))));
    }

    @Override
    public AnswerWriter answer(String requestId, Instant created) {
        return new Count();
    }

    private static final class Count implements AnswerWriter {
        private final CountedTokens counted = new CountedTokens();

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public void event(GeminiEvent event, Bytes out) {
            counted.event(event);
        }

        @Override
        public void end(Bytes out) {
            out.append("{\"object\":\"response.input_tokens\",\"input_tokens\":" + counted.total() + "}");
        }

        @Override
        public void fail(Failure failure, Bytes out) {
            throw new IllegalStateException("an answer that is not streamed fails before its first byte");
        }
    }
}
