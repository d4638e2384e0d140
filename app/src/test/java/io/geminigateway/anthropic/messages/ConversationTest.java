package io.geminigateway.anthropic.messages;

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
    private final Messages messages = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);

    static Stream<Story> stories() {
        return Story.in("anthropic");
    }

    static Stream<Story> answered() {
        return stories().filter(story -> story.has("anthropic.response.json"));
    }

    static Stream<Story> unanswered() {
        return stories().filter(story -> story.has("anthropic.error.json"));
    }

    /// Where the two languages differ, the story says so in a file of its own.
    @ParameterizedTest
    @MethodSource("stories")
    void theRequestBecomesTheSameAsOpenAis(Story story) {
        var own = "anthropic.gemini.request.json";

        var call = story.read(messages, "anthropic", true);

        assertThat(new JsonObject(new String(call.geminiRequest(), UTF_8)))
                .isEqualTo(story.json(story.has(own) ? own : "gemini.request.json"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theEventsBecomeAStream(Story story) {
        var writer = story.read(messages, "anthropic", true).answer("req_1", Instant.EPOCH);

        var stream = story.told(writer);

        assertThat(writer.contentType()).startsWith("text/event-stream");
        assertThat(Story.frames(stream))
                .isEqualTo(Story.frames(new String(story.bytes("anthropic.stream.sse"), UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theEventsBecomeOneAnswer(Story story) {
        var writer = story.read(messages, "anthropic", false).answer("req_1", Instant.EPOCH);

        var answer = story.told(writer);

        assertThat(writer.contentType()).isEqualTo("application/json");
        assertThat(new JsonObject(answer)).isEqualTo(story.json("anthropic.response.json"));
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void eventsThatAreNoAnswerBecomeAnError(Story story) {
        var writer = story.read(messages, "anthropic", false).answer("req_1", Instant.EPOCH);

        var thrown = catchThrowableOfType(GatewayException.class, () -> story.told(writer));

        var error = messages.error(thrown.failure());
        assertThat(error.status()).isEqualTo(500);
        assertThat(new JsonObject(new String(error.body(), UTF_8))).isEqualTo(story.json("anthropic.error.json"));
    }
}
