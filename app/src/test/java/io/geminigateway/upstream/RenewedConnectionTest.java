package io.geminigateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.ModelName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Google gives up a connection with GOAWAY now and then; what it had not heard by then is sent again.
class RenewedConnectionTest {

    /// The longest of them is more than the stream's window: most of it still waits to leave.
    @ParameterizedTest
    @ValueSource(ints = {10, 10_000, 3_000_000})
    void aPromptOnItsWayIsSentAgain(int length) {
        try (var rig = new Rig().overTls()) {
            assertThat(rig.ask(rig.keyAccount(), false).failure()).isEqualTo("ended");
            rig.google.renewConnection();

            var heard = new Heard();
            rig.send(call(length), rig.keyAccount(), heard);

            assertThat(heard.failure()).isEqualTo("ended");
            assertThat(rig.google.ledger().entries()).hasSize(2);
        }
    }

    private static GeminiCall call(int length) {
        var prompt = "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"%s\"}]}]}".formatted("x".repeat(length));
        return new GeminiCall(
                "req-1", new ModelName("gemini-2.5-flash"), Method.GENERATE_CONTENT, prompt.getBytes(UTF_8), "");
    }
}
