package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Recording;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {
    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), SignatureStore.none());

    static Stream<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingThatWasSaidIsLostOrAdded(Recording recording) {
        var chunks = chunks(recording);

        assertThat(joined(chunks, "content")).isEqualTo(recording.text(false));
        assertThat(joined(chunks, "reasoning_content")).isEqualTo(recording.text(true));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyCallIsToldOnceWithItsSignature(Recording recording) {
        var deltas = deltas(chunks(recording)).toList();

        if (recording.isPiecemeal()) {
            assertThat(calls(deltas))
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat((JsonObject) call.get(1)).isNotEmpty());
        } else {
            assertThat(calls(deltas)).isEqualTo(recording.calls());
        }
        assertThat(indexes(deltas))
                .isEqualTo(IntStream.range(0, calls(deltas).size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theSignatureOfTheTextIsTold(Recording recording) {
        var extra = whole(recording)
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getJsonObject("extra_content", new JsonObject());

        assertThat(extra.getJsonObject("google", new JsonObject()).getString("thought_signature"))
                .isEqualTo(recording.text(false).isEmpty() ? null : recording.textSignature());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theWholeAnswerSaysTheSameAsTheStream(Recording recording) {
        var message = whole(recording).getJsonArray("choices").getJsonObject(0).getJsonObject("message");

        var chunks = chunks(recording);

        assertThat(message.getString("content") == null ? "" : message.getString("content"))
                .isEqualTo(joined(chunks, "content"));
        assertThat(calls(List.of(message))).isEqualTo(calls(deltas(chunks).toList()));
        assertThat(ids(List.of(message)))
                .isEqualTo(ids(deltas(chunks).toList()))
                .doesNotHaveDuplicates();
        assertThat(message.getJsonObject("extra_content"))
                .isEqualTo(deltas(chunks)
                        .map(delta -> delta.getJsonObject("extra_content"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        assertThat(message.getString("reasoning_content", "")).isEqualTo(joined(chunks, "reasoning_content"));
        assertThat(whole(recording).getJsonArray("choices").getJsonObject(0).getString("finish_reason"))
                .isEqualTo(finishReasons(chunks).getFirst());
        assertThat(whole(recording).getJsonObject("usage"))
                .isEqualTo(chunks.getLast().getJsonObject("usage"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aStreamHasOneRoleOneFinishAndOneTerminator(Recording recording) {
        var stream = write(recording, true);

        var chunks = chunks(recording);
        assertThat(stream.split("data: \\[DONE]", -1)).hasSize(2);
        assertThat(stream).endsWith("\n\ndata: [DONE]\n\n");
        assertThat(deltas(chunks).filter(delta -> delta.containsKey("role"))).hasSize(1);
        assertThat(finishReasons(chunks)).hasSize(1).first().isIn("stop", "length", "tool_calls");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLastUsageIsTheOneThatCounts(Recording recording) {
        var google = recording.lastUsage();

        var usage = whole(recording).getJsonObject("usage");

        assertThat(usage.getInteger("prompt_tokens")).isEqualTo(google.getInteger("promptTokenCount", 0));
        assertThat(usage.getInteger("total_tokens")).isEqualTo(google.getInteger("totalTokenCount"));
        assertThat(usage.getInteger("completion_tokens"))
                .isEqualTo(google.getInteger("candidatesTokenCount", 0) + google.getInteger("thoughtsTokenCount", 0));
    }

    private JsonObject whole(Recording recording) {
        return new JsonObject(write(recording, false));
    }

    private List<JsonObject> chunks(Recording recording) {
        return Arrays.stream(write(recording, true).split("\n\n"))
                .filter(frame -> !frame.equals("data: [DONE]"))
                .map(frame -> new JsonObject(frame.substring("data: ".length())))
                .toList();
    }

    private String write(Recording recording, boolean streaming) {
        var request = new JsonObject()
                .put("model", "gemini-3.8-flash")
                .put(
                        "messages",
                        new JsonArray().add(new JsonObject().put("role", "user").put("content", "Hi")))
                .put("stream", streaming)
                .put("stream_options", new JsonObject().put("include_usage", true));
        var writer = chat.read(request.encode().getBytes(UTF_8)).answer("r", Instant.EPOCH);
        var out = new Bytes();
        Story.events(recording.stream()).forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }

    private static Stream<JsonObject> choices(List<JsonObject> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.getJsonArray("choices").stream().map(JsonObject.class::cast));
    }

    private static Stream<JsonObject> deltas(List<JsonObject> chunks) {
        return choices(chunks).map(choice -> choice.getJsonObject("delta"));
    }

    private static String joined(List<JsonObject> chunks, String field) {
        return deltas(chunks)
                .map(delta -> delta.getString(field))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    /// Name, arguments and signature of each call, of a message or of many deltas.
    private static List<List<Object>> calls(List<JsonObject> messages) {
        return toolCalls(messages)
                .map(call -> {
                    var function = call.getJsonObject("function");
                    return Arrays.<Object>asList(
                            function.getString("name"),
                            new JsonObject(function.getString("arguments")),
                            call.getJsonObject("extra_content", new JsonObject())
                                    .getJsonObject("google", new JsonObject())
                                    .getString("thought_signature"));
                })
                .toList();
    }

    private static List<String> ids(List<JsonObject> messages) {
        return toolCalls(messages).map(call -> call.getString("id")).toList();
    }

    private static List<Integer> indexes(List<JsonObject> deltas) {
        return toolCalls(deltas).map(call -> call.getInteger("index")).toList();
    }

    private static Stream<JsonObject> toolCalls(List<JsonObject> messages) {
        return messages.stream()
                .flatMap(message -> message.getJsonArray("tool_calls", new JsonArray()).stream())
                .map(JsonObject.class::cast);
    }

    private static List<String> finishReasons(List<JsonObject> chunks) {
        return choices(chunks)
                .map(choice -> choice.getString("finish_reason"))
                .filter(Objects::nonNull)
                .toList();
    }
}
