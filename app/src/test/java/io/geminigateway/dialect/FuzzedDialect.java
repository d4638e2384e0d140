package io.geminigateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.failure.Blame;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;

/// A dialect that must make JSON for Google of whatever a client sends, or an error that is the client's: never a 5xx,
/// never an account's.
public record FuzzedDialect(Dialect dialect) {
    public void read(Inbound request) {
        try {
            var call = dialect.read(request);
            assertThat(call.geminiRequests())
                    .isNotEmpty()
                    .allSatisfy(
                            json -> assertThat(JsonValue.parse(json).asObject()).isPresent());
        } catch (GatewayException refused) {
            assertThat(refused.failure().type().blame()).isEqualTo(Blame.CLIENT);
            assertThat(dialect.error(refused.failure()).status()).isBetween(400, 499);
        }
    }
}
