package io.geminigateway.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.ReadOrRefused;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client sends becomes JSON for Google, or an error that is the client's: never a 5xx, never an account's.
public class RequestFuzzTest {
    private static final ModelCatalog MODELS = ModelCatalog.bundled();
    private static final Responses RESPONSES =
            new Responses(MODELS, new ChatCompletions(MODELS, SignatureStore.none()), ResponseStore.none());

    static Stream<Arguments> response() {
        return Corpus.of("response");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("response")
    void aRequestIsReadOrRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] body) {
        ReadOrRefused.check(RESPONSES, body);
    }
}
