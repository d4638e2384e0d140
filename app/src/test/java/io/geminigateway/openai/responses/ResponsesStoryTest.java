package io.geminigateway.openai.responses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.dialect.Story;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stories in the words of Responses.
class ResponsesStoryTest {
    private static final Instant CREATED = Instant.ofEpochSecond(1_795_370_000);

    private final ModelCatalog models = ModelCatalog.bundled();
    private final Responses responses =
            new Responses(models, new ChatCompletions(models, SignatureStore.none()), new KeptInMemory());

    static Stream<Story> stories() {
        return Story.in("responses");
    }

    static Stream<Story> answered() {
        return stories().filter(story -> story.has("responses.response.json"));
    }

    static Stream<Story> unanswered() {
        return stories().filter(story -> story.has("responses.error.json"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theRequestBecomesGeminis(Story story) {
        var call = story.read(responses, "responses", true);

        assertThat(new JsonObject(new String(call.geminiRequest(), UTF_8)))
                .isEqualTo(story.json("gemini.request.json"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theEventsBecomeEvents(Story story) {
        var writer = story.read(responses, "responses", true).answer("req_1", CREATED);

        var stream = story.told(writer);

        assertThat(writer.contentType()).startsWith("text/event-stream");
        assertThat(ResponseEvents.of(stream))
                .isEqualTo(ResponseEvents.of(new String(story.bytes("responses.stream.sse"), UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theEventsBecomeOneResponse(Story story) {
        var writer = story.read(responses, "responses", false).answer("req_1", CREATED);

        var response = story.told(writer);

        assertThat(writer.contentType()).isEqualTo("application/json");
        assertThat(new JsonObject(response)).isEqualTo(story.json("responses.response.json"));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theLastEventTellsTheWholeResponse(Story story) {
        var whole = new JsonObject(
                story.told(story.read(responses, "responses", false).answer("req_1", CREATED)));

        var events = ResponseEvents.of(
                story.told(story.read(responses, "responses", true).answer("req_1", CREATED)));

        assertThat(events.getLast().getJsonObject("response")).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStrictClientFollowsTheStream(Story story) {
        var client = new StrictResponsesClient();

        ResponseEvents.of(story.told(story.read(responses, "responses", true).answer("req_1", CREATED)))
                .forEach(client::hear);

        client.end();
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void eventsThatAreNoAnswerBecomeAnError(Story story) {
        var writer = story.read(responses, "responses", false).answer("req_1", CREATED);

        var thrown = catchThrowableOfType(GatewayException.class, () -> story.told(writer));

        var error = responses.error(thrown.failure());
        assertThat(error.status()).isEqualTo(502);
        assertThat(new JsonObject(new String(error.body(), UTF_8))).isEqualTo(story.json("responses.error.json"));
    }
}
