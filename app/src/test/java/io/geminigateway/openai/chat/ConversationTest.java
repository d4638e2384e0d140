package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.Story;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationTest {
    private static final Instant CREATED = Instant.ofEpochSecond(1_795_370_000);

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());

    static Stream<Story> stories() {
        return Story.in("openai");
    }

    static Stream<Story> answered() {
        return Story.in("openai").filter(story -> story.has("openai.response.json"));
    }

    static Stream<Story> unanswered() {
        return Story.in("openai").filter(story -> story.has("openai.error.json"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theRequestBecomesGeminis(Story story) {
        var call = story.read(chat, "openai", true);

        assertThat(new JsonObject(new String(call.geminiRequest(), UTF_8)))
                .isEqualTo(story.json("gemini.request.json"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theEventsBecomeChunks(Story story) {
        var writer = story.read(chat, "openai", true).answer("req_1", CREATED);

        var stream = story.told(writer);

        assertThat(writer.contentType()).startsWith("text/event-stream");
        assertThat(Story.frames(stream)).isEqualTo(Story.frames(new String(story.bytes("openai.stream.sse"), UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theEventsBecomeOneAnswer(Story story) {
        var writer = story.read(chat, "openai", false).answer("req_1", CREATED);

        var answer = story.told(writer);

        assertThat(writer.contentType()).isEqualTo("application/json");
        assertThat(new JsonObject(answer)).isEqualTo(story.json("openai.response.json"));
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void eventsThatAreNoAnswerBecomeAnError(Story story) {
        var writer = story.read(chat, "openai", false).answer("req_1", CREATED);

        var thrown = catchThrowableOfType(GatewayException.class, () -> story.told(writer));

        var error = chat.error(thrown.failure());
        assertThat(error.status()).isEqualTo(502);
        assertThat(new JsonObject(new String(error.body(), UTF_8))).isEqualTo(story.json("openai.error.json"));
    }
}
