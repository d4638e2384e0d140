package io.geminigateway.dialect;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.sse.Bytes;
import java.util.Optional;
import java.util.function.IntFunction;

/// Answers with the number of tokens that Google counted in a prompt.
public final class TokenCountAnswer implements AnswerWriter {
    private final IntFunction<String> wording;
    private int total = -1;

    /// `wording` puts the number into the dialect's JSON.
    public TokenCountAnswer(IntFunction<String> wording) {
        this.wording = wording;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public void event(GeminiEvent event, Bytes out) {
        total = JsonValue.parse(event.json())
                .asObject()
                .flatMap(answer -> Optional.ofNullable(answer.get("totalTokens")))
                .flatMap(JsonValue::asInteger)
                .orElse(-1);
    }

    @Override
    public void end(Bytes out) {
        if (total < 0) {
            throw new Failure.UpstreamBroken(ErrorType.UPSTREAM_PROTOCOL, "Google's answer holds no count of tokens")
                    .asException();
        }
        out.append(wording.apply(total));
    }

    @Override
    public void fail(Failure failure, Bytes out) {
        throw new IllegalStateException("an answer that is not streamed fails before its first byte");
    }
}
