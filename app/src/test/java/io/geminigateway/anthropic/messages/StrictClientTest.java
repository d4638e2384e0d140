package io.geminigateway.anthropic.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Recording;
import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every story and every recording, heard by the strictest client; see [HeardMessage].
class StrictClientTest {
    private static final Messages MESSAGES = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);

    static Stream<Story> answered() {
        return Story.all().filter(story -> story.has("anthropic.response.json"));
    }

    static Stream<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("answered")
    void aStoryIsTheSameStreamedAndWhole(Story story) {
        var request = story.json("anthropic.request.json");

        var heard = HeardMessage.of(told(request, true, story.events()));

        assertThat(heard).isEqualTo(new JsonObject(told(request, false, story.events())));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingIsTheSameStreamedAndWhole(Recording recording) {
        var events = Story.events(recording.stream());

        var heard = HeardMessage.of(told(thinking(), true, events));

        assertThat(heard).isEqualTo(new JsonObject(told(thinking(), false, events)));
        assertThat(joined(heard, "text")).isEqualTo(recording.text(false));
        assertThat(joined(heard, "thinking")).isEqualTo(recording.text(true));
        HeardMessage.assertCounts(heard.getJsonObject("usage"));
    }

    /// However Google cuts its answer, the client hears the same.
    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingThatIsCutAnewIsTheSameMessage(Recording recording) {
        var whole = HeardMessage.of(told(thinking(), true, Story.events(recording.stream())));

        var cut = HeardMessage.of(told(thinking(), true, Story.events(cutAnew(recording))));

        assertThat(cut).isEqualTo(whole);
    }

    @Test
    void aSilentStreamBeginsAndThenPings() {
        var writer = MESSAGES.read(thinking().put("stream", true).encode().getBytes(UTF_8))
                .answer("req_1", Instant.EPOCH);
        var out = new Bytes();

        writer.heartbeat(out);
        writer.heartbeat(out);
        Story.events("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]},\"finishReason\":\"STOP\"}]}"
                        .getBytes(UTF_8))
                .forEach(event -> writer.event(event, out));
        writer.heartbeat(out);
        writer.end(out);

        assertThat(out.toString())
                .startsWith("event: message_start\n")
                .contains("}\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\nevent: ping\n");
        assertThat(joined(HeardMessage.of(out.toString()), "text")).isEqualTo("Hi");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStreamThatTurnsOutToBeNoAnswerEndsWithAnError(boolean begins) {
        var writer = MESSAGES.read(thinking().put("stream", true).encode().getBytes(UTF_8))
                .answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        if (begins) {
            writer.heartbeat(out);
        }

        writer.end(out);

        assertThat(out.toString())
                .endsWith(
                        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Gemini broke off in the middle of its answer\"}}\n\n")
                .doesNotContain("message_delta", "message_stop");
    }

    private static JsonObject thinking() {
        return new JsonObject("""
                {"model":"gemini-3.8-flash","max_tokens":8000,"thinking":{"type":"adaptive"},
                 "messages":[{"role":"user","content":"Hi"}]}""");
    }

    /// Every text in two events, at its middle.
    private static byte[] cutAnew(Recording recording) {
        var cut = new ArrayList<JsonObject>();
        for (var response : recording.responses()) {
            var first = response.copy();
            var second = response.copy();
            if (halve(first, second)) {
                cut.add(first);
                cut.add(second);
            } else {
                cut.add(response);
            }
        }
        return new Recording(recording.name(), List.copyOf(cut)).stream();
    }

    /// Whether the event is nothing but one text that can be halved.
    private static boolean halve(JsonObject first, JsonObject second) {
        var candidates = first.getJsonArray("candidates", new JsonArray());
        if (candidates.size() != 1) {
            return false;
        }
        var candidate = candidates.getJsonObject(0);
        var parts = candidate.getJsonObject("content", new JsonObject()).getJsonArray("parts", new JsonArray());
        if (parts.size() != 1 || parts.getJsonObject(0).getString("text", "").length() < 2) {
            return false;
        }
        var text = parts.getJsonObject(0).getString("text");
        var middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        parts.getJsonObject(0).put("text", text.substring(0, middle)).remove("thoughtSignature");
        candidate.remove("finishReason");
        candidate.remove("groundingMetadata");
        second.getJsonArray("candidates")
                .getJsonObject(0)
                .getJsonObject("content")
                .getJsonArray("parts")
                .getJsonObject(0)
                .put("text", text.substring(middle));
        return middle > 0;
    }

    private static String told(JsonObject request, boolean streaming, List<GeminiEvent> events) {
        var writer = MESSAGES.read(
                        request.copy().put("stream", streaming).encode().getBytes(UTF_8))
                .answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        events.forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }

    private static String joined(JsonObject message, String field) {
        var joined = new StringBuilder();
        message.getJsonArray("content").forEach(block -> joined.append(((JsonObject) block).getString(field, "")));
        return joined.toString();
    }
}
