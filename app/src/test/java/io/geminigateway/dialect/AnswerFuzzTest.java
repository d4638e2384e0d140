package io.geminigateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import io.geminigateway.anthropic.messages.Messages;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.JsonValue;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.OversizedEventException;
import io.geminigateway.sse.SseReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever Google sends becomes a stream of well-formed frames, the same however it is cut into reads.
public class AnswerFuzzTest {
    private static final GeminiJson JSON = new GeminiJson();
    private static final List<Dialect> DIALECTS = List.of(
            new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none()),
            new Messages(ModelCatalog.bundled(), SignatureStore.none(), false));
    private static final byte[] QUESTION = """
        {"model":"gemini-3.8-flash","stream":true,"stream_options":{"include_usage":true},"thinking":{"type":"adaptive"},
         "messages":[{"role":"user","content":"Hi"}]}\
        """.getBytes(UTF_8);

    static Stream<Arguments> answer() {
        return Corpus.of("answer");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answer")
    void anAnswerBecomesFramesHoweverItIsCut(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] body) {
        DIALECTS.forEach(dialect -> tryOut(dialect, body));
    }

    private static void tryOut(Dialect dialect, byte[] body) {
        var whole = answered(dialect, body, body.length);
        var halves = answered(dialect, body, body.length / 2);
        var bytes = answered(dialect, body, 1);

        assertThat(halves).isEqualTo(whole);
        assertThat(bytes).isEqualTo(whole);
        whole.lines()
                .filter(line -> line.startsWith("data: {"))
                .forEach(line -> JsonValue.parse(line.substring("data: ".length())));
    }

    private static String answered(Dialect dialect, byte[] body, int size) {
        var out = new Bytes();
        var writer = dialect.read(QUESTION).answer("req_1", Instant.EPOCH);
        var reader = new SseReader(data -> tell(data, writer, out));
        try {
            for (var from = 0; from < body.length; from += Math.max(1, size)) {
                reader.feed(Arrays.copyOfRange(body, from, Math.min(body.length, from + Math.max(1, size))));
            }
            reader.end();
        } catch (OversizedEventException tooLarge) {
            return "too large";
        }
        writer.end(out);
        return out.toString();
    }

    private static void tell(byte[] data, AnswerWriter writer, Bytes out) {
        switch (JSON.read(data)) {
            case Reading.Event event -> writer.event(event.event(), out);
            case Reading.ErrorObject error ->
                assertThat(JsonValue.parse(error.json()).asObject()).isPresent();
            case Reading.Malformed malformed -> assertThat(malformed.reason()).isNotBlank();
        }
    }
}
