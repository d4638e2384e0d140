package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every story, told with usage, as the strictest of all clients would hear it: what each of these rules forbids, one
/// client or another stumbles over, or takes for something else without a word.
class StrictClientTest {
    private static final Set<String> REASONS =
            Set.of("stop", "length", "tool_calls", "content_filter", "function_call");

    private static final ChatCompletions CHAT = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());

    static Stream<Story> answered() {
        return Story.in("openai").filter(story -> story.has("openai.response.json"));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void aFrameIsOneLineOfDataAndTheTerminatorIsTheLast(Story story) {
        var stream = told(story, true);

        assertThat(stream).endsWith("}\n\ndata: [DONE]\n\n").doesNotContain("\r", "\uFEFF", "\n\n\n");
        assertThat(stream.split("\n\n"))
                .allSatisfy(frame -> assertThat(frame).startsWith("data: ").doesNotContain("\n"));
        assertThat(stream.split("data: \\[DONE]", -1)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void allChunksAreOfOneAnswerAndNoneHoldsAnError(Story story) {
        var chunks = chunks(story);

        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.fieldNames())
                        .containsExactlyInAnyOrder("id", "object", "created", "model", "choices", "usage"));
        assertThat(chunks.stream().map(StrictClientTest::head).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void theRoleComesFirstAndTheReasonLastAndEachOnce(Story story) {
        var choices = choices(story);

        assertThat(choices)
                .allSatisfy(choice -> assertThat(choice.fieldNames())
                        .containsExactlyInAnyOrder("index", "delta", "logprobs", "finish_reason"));
        assertThat(choices.stream().map(choice -> delta(choice).containsKey("role")))
                .startsWith(true)
                .containsOnlyOnce(true);
        assertThat(delta(choices.getFirst()).fieldNames()).containsExactlyInAnyOrder("role", "content");
        assertThat(choices.stream()
                        .map(choice -> choice.getString("finish_reason"))
                        .filter(Objects::nonNull))
                .hasSize(1)
                .allMatch(REASONS::contains);
        assertThat(choices.getLast().getString("finish_reason")).isNotNull();
        assertThat(delta(choices.getLast())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("answered")
    void usageIsInOneChunkOfItsOwn(Story story) {
        var chunks = chunks(story);

        var last = chunks.removeLast();
        assertThat(last.getJsonArray("choices")).isEmpty();
        assertCounts(last.getJsonObject("usage"));
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.getValue("usage")).isNull();
            assertThat(chunk.getJsonArray("choices")).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("answered")
    void callsComeWholeOneByOneAndCounted(Story story) {
        var calls = choices(story).stream()
                .map(choice -> delta(choice).getJsonArray("tool_calls"))
                .filter(Objects::nonNull)
                .toList();

        assertThat(calls).allSatisfy(one -> assertThat(one).hasSize(1));
        var ids =
                calls.stream().map(one -> one.getJsonObject(0).getString("id")).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(calls).allMatch(id -> id.matches("[A-Za-z0-9_-]{8,40}"));
        for (var i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).getJsonObject(0).getInteger("index")).isEqualTo(i);
            assertCall(calls.get(i).getJsonObject(0));
        }
    }

    @ParameterizedTest
    @MethodSource("answered")
    void whatWasThoughtAndWhatIsSaidAreTwoChunks(Story story) {
        assertThat(choices(story))
                .allSatisfy(choice -> assertThat(delta(choice).fieldNames())
                        .doesNotContain("error")
                        .matches(names -> !names.contains("content") || !names.contains("reasoning_content")));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void aWholeAnswerLacksNothingThatStrictClientsLookFor(Story story) {
        var answer = new JsonObject(told(story, false));

        assertThat(answer.fieldNames()).contains("id", "object", "created", "model", "choices", "usage");
        assertThat(answer.getJsonArray("choices")).hasSize(1);
        var choice = answer.getJsonArray("choices").getJsonObject(0);
        assertThat(choice.fieldNames()).containsExactlyInAnyOrder("index", "message", "logprobs", "finish_reason");
        assertThat(choice.getString("finish_reason")).isIn(REASONS);
        var message = choice.getJsonObject("message");
        assertThat(message.fieldNames()).contains("role", "content", "refusal");
        message.getJsonArray("tool_calls", new JsonArray()).forEach(call -> {
            assertThat(((JsonObject) call).containsKey("index")).isFalse();
            assertCall((JsonObject) call);
        });
        assertCounts(answer.getJsonObject("usage"));
    }

    /// Whole in its first fragment: a string of arguments, JSON unless the tool takes text.
    private static void assertCall(JsonObject call) {
        var kind = call.getString("type");
        assertThat(kind).isIn("function", "custom");
        var inner = call.getJsonObject(kind);
        assertThat(inner.getString("name")).isNotEmpty();
        assertThat(inner.getValue(kind.equals("function") ? "arguments" : "input"))
                .isInstanceOf(String.class);
        if (kind.equals("function")) {
            assertThat(new JsonObject(inner.getString("arguments"))).isNotNull();
        }
    }

    private static void assertCounts(JsonObject usage) {
        for (var name : List.of("prompt_tokens", "completion_tokens", "total_tokens")) {
            assertThat(usage.getValue(name)).as(name).isInstanceOf(Integer.class);
            assertThat(usage.getInteger(name)).as(name).isNotNegative();
        }
        assertThat(usage.getJsonObject("prompt_tokens_details").getInteger("cached_tokens"))
                .isNotNegative();
        assertThat(usage.getJsonObject("completion_tokens_details").getInteger("reasoning_tokens"))
                .isNotNegative();
    }

    private static List<Object> head(JsonObject chunk) {
        return List.of(
                chunk.getString("id"),
                chunk.getString("object"),
                chunk.getInteger("created"),
                chunk.getString("model"));
    }

    private static JsonObject delta(JsonObject choice) {
        return choice.getJsonObject("delta");
    }

    private static List<JsonObject> choices(Story story) {
        return chunks(story).stream()
                .flatMap(chunk -> chunk.getJsonArray("choices").stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonObject> chunks(Story story) {
        return Arrays.stream(told(story, true).split("\n\n"))
                .filter(frame -> frame.startsWith("data: {"))
                .map(frame -> new JsonObject(frame.substring(6)))
                .collect(Collectors.toList());
    }

    private static String told(Story story, boolean streaming) {
        var request = story.json("openai.request.json")
                .put("stream", streaming)
                .put("stream_options", new JsonObject().put("include_usage", true));
        var writer = CHAT.read(request.encode().getBytes(UTF_8)).answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        story.events().forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }
}
