package io.geminigateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.failure.Blame;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;
import java.util.Optional;

/// Whatever a client sends becomes JSON for Google, or an error that is the client's: never a 5xx, never an account's.
public final class ReadOrRefused {
    private ReadOrRefused() {}

    public static void check(Dialect dialect, byte[] body) {
        read(dialect, body)
                .ifPresent(
                        call -> assertThat(JsonValue.parse(call.geminiRequest()).asObject())
                                .isPresent());
    }

    private static Optional<DialectCall> read(Dialect dialect, byte[] body) {
        try {
            return Optional.of(dialect.read(body));
        } catch (GatewayException refused) {
            assertThat(refused.failure().type().blame()).isEqualTo(Blame.CLIENT);
            assertThat(dialect.error(refused.failure()).status()).isBetween(400, 499);
            return Optional.empty();
        }
    }
}
