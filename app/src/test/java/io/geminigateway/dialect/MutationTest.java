package io.geminigateway.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.anthropic.messages.Messages;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Breaks good messages at random.
class MutationTest {
    private static final byte[] LETTERS = "{}[]\":,\\u0dn1e.-+tf \n\u00c3\u0000/".getBytes(UTF_8);

    /// By the files that tell a story in their words.
    private static final Map<String, Dialect> DIALECTS = Map.of(
            "openai.request.json",
            new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none()),
            "anthropic.request.json",
            new Messages(ModelCatalog.bundled(), SignatureStore.none(), false));

    private final GeminiJson gemini = new GeminiJson();
    private final Random random = new Random(11);

    static Stream<Story> stories() {
        return Story.all();
    }

    static Stream<Arguments> requests() {
        return stories()
                .flatMap(story ->
                        DIALECTS.keySet().stream().sorted().filter(story::has).map(file -> Arguments.of(story, file)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aBrokenRequestIsReadOrRefusedAndWhatIsReadIsJson(Story story, String file) {
        var dialect = Objects.requireNonNull(DIALECTS.get(file));
        for (var round = 0; round < 300; round++) {
            var body = broken(story.bytes(file));
            try {
                dialect.read(body);
                assertThat(new JsonObject(new String(body, UTF_8)).isEmpty()).isFalse();
            } catch (GatewayException e) {
                assertThat(e.failure().type().blame()).hasToString("CLIENT");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aBrokenEventIsReadOrMalformedAndWhatIsReadIsJson(Story story) {
        for (var event : story.events()) {
            for (var round = 0; round < 200; round++) {
                var json = broken(event.json());
                if (gemini.read(json) instanceof Reading.Event(var read)) {
                    assertThat(new JsonObject(new String(read.json(), UTF_8))).isNotNull();
                }
            }
        }
    }

    private byte[] broken(byte[] original) {
        var bytes = original.clone();
        for (var i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = LETTERS[random.nextInt(LETTERS.length)];
        }
        return bytes;
    }
}
