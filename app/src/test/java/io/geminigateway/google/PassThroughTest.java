package io.geminigateway.google;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.AnswerWriter;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.dialect.Recording;
import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.GeminiEvent;
import io.geminigateway.gemini.GeminiJson;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.Reading;
import io.geminigateway.sse.Bytes;
import io.geminigateway.sse.SseReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The conversations and the recordings in Google's own words: the native files of a conversation are its `gemini.*`
/// ones, on both sides of the gateway.
class PassThroughTest {
    private static final String STREAM = "/models/gemini-3.8-flash:streamGenerateContent";

    private final ModelMethods dialect = new ModelMethods(ModelCatalog.bundled());
    private final GeminiJson gemini = new GeminiJson();

    static Stream<Story> stories() {
        return Story.all();
    }

    static Stream<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theRequestOfAConversationIsNotTouched(Story story) {
        var request = story.bytes("gemini.request.json");

        assertThat(read(STREAM, "", request).geminiRequest()).isSameAs(request);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theEventsOfAConversationAreNeither(Story story) {
        var events = story.events();

        assertThat(streamed(write(read(STREAM, "alt=sse", story.bytes("gemini.request.json")), events)))
                .isEqualTo(objects(events));
        assertThat(listed(write(read(STREAM, "", story.bytes("gemini.request.json")), events)))
                .isEqualTo(objects(events));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedStreamIsTheSameHoweverItWasCut(Recording recording) {
        var bytewise = new ArrayList<GeminiEvent>();
        var reader = new SseReader(data -> bytewise.add(((Reading.Event) gemini.read(data)).event()));
        var stream = recording.stream();
        for (var i = 0; i < stream.length; i++) {
            reader.feed(stream, i, 1);
        }

        var call = read(STREAM, "alt=sse", "{}".getBytes(UTF_8));

        assertThat(streamed(write(call, bytewise))).isEqualTo(recording.responses());
        assertThat(listed(write(read(STREAM, "", "{}".getBytes(UTF_8)), bytewise)))
                .isEqualTo(recording.responses());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordedAnswerKeepsItsBytes(Recording recording) {
        var pretty = recording.responses().getFirst().encodePrettily() + "\n";
        var event = ((Reading.Event) gemini.read(pretty.getBytes(UTF_8))).event();

        var call = read("/models/gemini-3.8-flash:generateContent", "", "{}".getBytes(UTF_8));
        var events = read(STREAM, "alt=sse", "{}".getBytes(UTF_8));

        assertThat(write(call, List.of(event))).isEqualTo(pretty);
        assertThat(streamed(write(events, List.of(event)))).containsExactly(new JsonObject(pretty)); // on one line
    }

    private DialectCall read(String resource, String query, byte[] body) {
        return dialect.read(new Inbound(new Head("/v1beta" + resource, resource, query, _ -> null), body));
    }

    private static String write(DialectCall call, List<GeminiEvent> events) {
        AnswerWriter writer = call.answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        events.forEach(event -> writer.event(event, out));
        writer.end(out);
        return out.toString();
    }

    private static List<JsonObject> objects(List<GeminiEvent> events) {
        return events.stream()
                .map(event -> new JsonObject(new String(event.json(), UTF_8)))
                .toList();
    }

    /// What a client makes of an event stream: each event is one line of data.
    private static List<JsonObject> streamed(String stream) {
        return Stream.of(stream.split("\n\n"))
                .filter(frame -> !frame.isEmpty())
                .map(frame -> {
                    assertThat(frame).startsWith("data: ").doesNotContain("\n", "\r");
                    return new JsonObject(frame.substring("data: ".length()));
                })
                .toList();
    }

    private static List<JsonObject> listed(String list) {
        return new JsonArray(list).stream().map(JsonObject.class::cast).toList();
    }
}
