package io.geminigateway.openai.chat;

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
    private static final FuzzedDialect CHAT =
            new FuzzedDialect(new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none()));

    static Stream<Arguments> request() {
        return Corpus.of("request");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("request")
    void aRequestIsReadOrRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] body) {
        CHAT.read(new Inbound(Head.NONE, body));
    }
}
