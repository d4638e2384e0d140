package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real streams of Google's, played back to the whole gateway: the client gets the same text, however the bytes travel.
class RecordingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/recordings");

    @TempDir
    private static Path home;

    private static Rig rig;

    record Recording(String name, List<String> chunks, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        rig = Rig.withKeys(home, "a");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theTextOfARecordedStreamArrivesUnchanged(Recording recording) {
        rig.google().next(Reaction.chunks(recording.chunks()));

        var told = Told.streamed(rig.stream("hello"));

        assertThat(told.isComplete()).isTrue();
        assertThat(told.text()).isEqualTo(recording.text());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void soItDoesByteByByte(Recording recording) {
        rig.google().next(Reaction.chunks(recording.chunks()).slicedInto(1));

        var told = Told.streamed(rig.stream("hello"));

        assertThat(told.isComplete()).isTrue();
        assertThat(told.text()).isEqualTo(recording.text());
    }

    @ParameterizedTest
    @MethodSource("calling")
    void callsArriveUnchangedHoweverTheBytesTravel(io.geminigateway.dialect.Recording recording) {
        var chunks = recording.responses().stream().map(JsonObject::encode).toList();

        rig.google().next(Reaction.chunks(chunks));
        var told = callsOf(rig.stream("hello").body());
        rig.google().next(Reaction.chunks(chunks).slicedInto(1));
        var toldByteByByte = callsOf(rig.stream("hello").body());

        assertThat(told).isEqualTo(recording.calls());
        assertThat(toldByteByByte).isEqualTo(told);
    }

    @ParameterizedTest
    @MethodSource("nativeOnes")
    void googlesOwnApiIsToldBothWaysAsItWas(io.geminigateway.dialect.Recording recording) {
        var chunks = recording.responses().stream().map(JsonObject::encode).toList();
        var path = "/v1beta/models/gemini-2.5-flash:streamGenerateContent";
        var request =
                recording.request().orElseGet(() -> new JsonObject("{\"contents\":{\"parts\":{\"text\":\"hello\"}}}"));

        rig.google().next(Reaction.chunks(chunks).slicedInto(1));
        var events = Native.events(
                rig.post(path + "?alt=sse", request.encodePrettily()).body());
        var sent = rig.google().ledger().entries().getLast().body();
        rig.google().next(Reaction.chunks(chunks).slicedInto(1));
        var list = new JsonArray(rig.post(path, request.encode()).body());

        assertThat(events).isEqualTo(recording.responses());
        assertThat(list).isEqualTo(new JsonArray(recording.responses()));
        assertThat(sent).isEqualTo(request.encodePrettily());
    }

    static Stream<io.geminigateway.dialect.Recording> nativeOnes() {
        return io.geminigateway.dialect.Recording.all();
    }

    static Stream<io.geminigateway.dialect.Recording> calling() {
        return io.geminigateway.dialect.Recording.all()
                .filter(recording -> !recording.calls().isEmpty() && !recording.isPiecemeal());
    }

    private static List<List<Object>> callsOf(String stream) {
        return Stream.of(stream.split("\n\n"))
                .filter(frame -> frame.startsWith("data: {"))
                .map(frame -> new JsonObject(frame.substring("data: ".length())).getJsonArray("choices"))
                .map(choices -> choices.getJsonObject(0).getJsonObject("delta"))
                .flatMap(delta -> delta.getJsonArray("tool_calls", new JsonArray()).stream())
                .map(JsonObject.class::cast)
                .map(call -> Arrays.<Object>asList(
                        call.getJsonObject("function").getString("name"),
                        new JsonObject(call.getJsonObject("function").getString("arguments")),
                        call.getJsonObject("extra_content", new JsonObject())
                                .getJsonObject("google", new JsonObject())
                                .getString("thought_signature")))
                .toList();
    }

    static Stream<Recording> recordings() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RecordingsTest::read)
                    .filter(recording -> !recording.text().isEmpty())
                    .toList()
                    .stream();
        }
    }

    private static Recording read(Path file) {
        try {
            var json = new JsonObject(Files.readString(file)).getValue("chunks");
            var chunks = json instanceof JsonArray list ? list : JsonArray.of(json);
            var events = chunks.stream().map(JsonObject.class::cast).toList();
            return new Recording(
                    file.getFileName().toString(),
                    events.stream().map(JsonObject::encode).toList(),
                    events.stream().map(RecordingsTest::textOf).collect(Collectors.joining()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The answer's own words in one event: no thoughts.
    private static String textOf(JsonObject event) {
        return event.getJsonArray("candidates", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(candidate -> candidate.getJsonObject("content", new JsonObject()))
                .flatMap(content -> content.getJsonArray("parts", new JsonArray()).stream())
                .map(JsonObject.class::cast)
                .filter(part -> !part.getBoolean("thought", false))
                .map(part -> part.getString("text", ""))
                .collect(Collectors.joining());
    }
}
