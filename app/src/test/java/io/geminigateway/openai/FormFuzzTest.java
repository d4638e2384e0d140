package io.geminigateway.openai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.dialect.FuzzedDialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.openai.audio.Transcriptions;
import io.geminigateway.openai.images.ImageEdits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint that takes a form is sent the same one: the first line is its content type, the rest the form.
public class FormFuzzTest {
    private static final ModelCatalog MODELS = ModelCatalog.bundled();
    private static final List<FuzzedDialect> ALL = Stream.of(
                    new ImageEdits(MODELS), Transcriptions.verbatim(MODELS), Transcriptions.intoEnglish(MODELS))
            .map(FuzzedDialect::new)
            .toList();

    static Stream<Arguments> form() {
        return Corpus.of("form");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("form")
    void aFormIsReadOrRefused(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var line = new String(bytes, ISO_8859_1).indexOf('\n');
        var contentType = new String(bytes, 0, Math.max(0, line), ISO_8859_1);
        var body = Arrays.copyOfRange(bytes, line + 1, bytes.length);
        var head = new Head("", "", "", name -> name.equals("content-type") ? contentType : null);
        ALL.forEach(dialect -> dialect.read(new Inbound(head, body)));
    }
}
