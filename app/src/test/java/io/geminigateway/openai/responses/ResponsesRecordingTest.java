package io.geminigateway.openai.responses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Recording;
import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real answers of Google's, in the words of Responses.
class ResponsesRecordingTest {
    private final ModelCatalog models = ModelCatalog.bundled();
    private final Responses responses =
            new Responses(models, new ChatCompletions(models, SignatureStore.none()), new KeptInMemory());

    static Stream<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingThatWasSaidIsLostOrAdded(Recording recording) {
        var response = whole(events(recording));

        assertThat(texts(response, "message", "content")).isEqualTo(recording.text(false));
        assertThat(texts(response, "reasoning", "summary")).isEqualTo(recording.text(true));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyCallIsToldOnceWithItsSignature(Recording recording) {
        var calls = calls(whole(events(recording)));

        if (recording.isPiecemeal()) {
            assertThat(calls)
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat((JsonObject) call.get(1)).isNotEmpty());
        } else {
            assertThat(calls).isEqualTo(recording.calls());
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theStreamEndsInTheWholeAnswer(Recording recording) {
        var stream = stream(events(recording));

        assertThat(stream.getLast().getJsonObject("response")).isEqualTo(whole(events(recording)));
        var client = new StrictResponsesClient();
        stream.forEach(client::hear);
        client.end();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void itDoesNotMatterHowGoogleCutsItsTexts(Recording recording) {
        assertThat(whole(cut(recording))).isEqualTo(whole(events(recording)));
    }

    private static List<GeminiEvent> events(Recording recording) {
        return Story.events(recording.stream());
    }

    /// The first text of each event, unless it is signed, comes in two pieces: a character ahead, as an event of its
    /// own.
    private static List<GeminiEvent> cut(Recording recording) {
        var stream = recording.responses().stream()
                .map(JsonObject::copy)
                .flatMap(response -> Stream.concat(ahead(response), Stream.of(response)))
                .map(response -> "data: " + response.encode() + "\n\n")
                .toList();
        return Story.events(String.join("", stream).getBytes(UTF_8));
    }

    /// Takes the character away from the response.
    private static Stream<JsonObject> ahead(JsonObject response) {
        return parts(response)
                .limit(1)
                .filter(part -> part.getString("text", "").length() > 2 && !part.containsKey("thoughtSignature"))
                .map(part -> {
                    var text = part.getString("text");
                    var end = text.offsetByCodePoints(0, 1);
                    var ahead = part.copy().put("text", text.substring(0, end));
                    part.put("text", text.substring(end));
                    return JsonObject.of(
                            "candidates",
                            JsonArray.of(JsonObject.of("content", JsonObject.of("parts", JsonArray.of(ahead)))));
                })
                .toList()
                .stream();
    }

    private static Stream<JsonObject> parts(JsonObject response) {
        return response.getJsonArray("candidates", new JsonArray()).stream()
                .limit(1)
                .map(candidate -> ((JsonObject) candidate).getJsonObject("content", new JsonObject()))
                .flatMap(content -> content.getJsonArray("parts", new JsonArray()).stream())
                .map(JsonObject.class::cast);
    }

    private JsonObject whole(List<GeminiEvent> events) {
        return new JsonObject(write(events, false));
    }

    private List<JsonObject> stream(List<GeminiEvent> events) {
        return ResponseEvents.of(write(events, true));
    }

    private String write(List<GeminiEvent> events, boolean streaming) {
        var request = JsonObject.of(
                "model",
                "gemini-3.8-flash",
                "input",
                "Hi",
                "stream",
                streaming,
                "include",
                JsonArray.of("reasoning.encrypted_content"));
        var writer = responses.read(request.encode().getBytes(UTF_8)).answer("r", Instant.EPOCH);
        var out = new Bytes();
        events.forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }

    private static Stream<JsonObject> items(JsonObject response) {
        return response.getJsonArray("output").stream().map(JsonObject.class::cast);
    }

    private static String texts(JsonObject response, String type, String member) {
        return items(response)
                .filter(item -> item.getString("type").equals(type))
                .flatMap(item -> item.getJsonArray(member).stream())
                .map(part -> ((JsonObject) part).getString("text"))
                .collect(Collectors.joining());
    }

    /// Name, arguments and signature of each call; the signature stands before the call.
    private List<List<Object>> calls(JsonObject response) {
        var model = models.resolve("gemini-3.8-flash");
        var seals = items(response)
                .filter(item -> item.getString("type").equals("reasoning"))
                .flatMap(item -> Stream.ofNullable(item.getString("encrypted_content")))
                .flatMap(content -> SealedSignature.opened(content, model).stream())
                .toList();
        return items(response)
                .filter(item -> item.getString("type").equals("function_call"))
                .map(call -> Arrays.<Object>asList(
                        call.getString("name"),
                        new JsonObject(call.getString("arguments")),
                        seals.stream()
                                .filter(seal -> seal.callId().equals(call.getString("call_id")))
                                .map(SealedSignature::signature)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
