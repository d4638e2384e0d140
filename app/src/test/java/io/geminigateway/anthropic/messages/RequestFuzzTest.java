package io.geminigateway.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.FuzzedDialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public class RequestFuzzTest {
    private static final FuzzedDialect MESSAGES =
            new FuzzedDialect(new Messages(ModelCatalog.bundled(), SignatureStore.none(), false));

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
        MESSAGES.read(new Inbound(Head.NONE, body));
    }
}
