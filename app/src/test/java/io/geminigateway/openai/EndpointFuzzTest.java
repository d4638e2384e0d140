package io.geminigateway.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.FuzzedDialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.audio.Speech;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.openai.completions.Completions;
import io.geminigateway.openai.embeddings.Embeddings;
import io.geminigateway.openai.images.ImageGenerations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint beside chat that takes JSON is sent the same bytes.
public class EndpointFuzzTest {
    private static final ModelCatalog MODELS = ModelCatalog.bundled();
    private static final List<FuzzedDialect> ALL = Stream.of(
                    new Completions(new ChatCompletions(MODELS, SignatureStore.none())::read),
                    new Embeddings(MODELS),
                    new ImageGenerations(MODELS),
                    new Speech(MODELS),
                    new Moderations())
            .map(FuzzedDialect::new)
            .toList();

    static Stream<Arguments> endpoint() {
        return Corpus.of("endpoint");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoint")
    void aRequestIsReadOrRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] body) {
        ALL.forEach(dialect -> dialect.read(new Inbound(Head.NONE, body)));
    }
}
