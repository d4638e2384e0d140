package io.geminigateway.answer;

import io.geminigateway.failure.ErrorType;
import io.geminigateway.failure.Failure;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.JsonValue;
import java.util.Optional;

/// How many tokens Google counted in a prompt.
public final class CountedTokens {
    private int total = -1;

    public void event(GeminiEvent event) {
        total = JsonValue.parse(event.json())
                .asObject()
                .flatMap(answer -> Optional.ofNullable(answer.get("totalTokens")))
                .flatMap(JsonValue::asInteger)
                .orElse(-1);
    }

    /// Throws a [io.geminigateway.failure.GatewayException] when Google said nothing of the kind.
    public int total() {
        if (total < 0) {
            throw new Failure.UpstreamBroken(ErrorType.UPSTREAM_PROTOCOL, "Google's answer holds no count of tokens")
                    .asException();
        }
        return total;
    }
}
