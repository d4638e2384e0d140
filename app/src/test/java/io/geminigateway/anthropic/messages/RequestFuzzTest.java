package io.geminigateway.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.failure.Blame;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client sends becomes JSON for Google, or an error that is the client's: never a 5xx, never an account's.
public class RequestFuzzTest {
    private static final Messages MESSAGES = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);

    static Stream<Arguments> message() {
        return Corpus.of("message");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("message")
    void aRequestIsReadOrRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] body) {
        read(body)
                .ifPresent(
                        call -> assertThat(JsonValue.parse(call.geminiRequest()).asObject())
                                .isPresent());
    }

    private static Optional<DialectCall> read(byte[] body) {
        try {
            return Optional.of(MESSAGES.read(body));
        } catch (GatewayException refused) {
            assertThat(refused.failure().type().blame()).isEqualTo(Blame.CLIENT);
            assertThat(MESSAGES.error(refused.failure()).status()).isBetween(400, 499);
            return Optional.empty();
        }
    }
}
