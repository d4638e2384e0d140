package io.geminigateway.anthropic.messages;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.RemoteMedia;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.sse.Bytes;
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
        return new Count();
    }

    private static final class Count implements AnswerWriter {
        private int tokens = -1;

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public void event(GeminiEvent event, Bytes out) {
            tokens = JsonValue.parse(event.json())
                    .asObject()
                    .flatMap(answer -> Optional.ofNullable(answer.get("totalTokens")))
                    .flatMap(JsonValue::asInteger)
                    .orElse(-1);
        }

        @Override
        public void end(Bytes out) {
            if (tokens < 0) {
                throw new Failure.UpstreamBroken(
                                ErrorType.UPSTREAM_PROTOCOL, "Google's answer holds no count of tokens")
                        .asException();
            }
            out.append("{\"input_tokens\":" + tokens + "}");
        }

        @Override
        public void fail(Failure failure, Bytes out) {
            throw new IllegalStateException("an answer that is not streamed fails before its first byte");
        }
    }
}
