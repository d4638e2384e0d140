package io.geminigateway.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Recording;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedStreamTest {
    static Stream<Recording> recordings() {
        return Recording.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyCutInTwoGivesTheSameEvents(Recording recording) {
        var stream = recording.stream();
        var whole = read(stream);

        for (var cut = 0; cut <= stream.length; cut++) {
            assertThat(read(stream, cut)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void anyPiecesGiveTheSameEvents(Recording recording) {
        var stream = recording.stream();
        var random = new Random(42);
        var everyByte = Stream.iterate(0, i -> i + 1)
                .limit(stream.length)
                .mapToInt(i -> i)
                .toArray();

        assertThat(read(stream, everyByte)).isEqualTo(responses(recording));
        for (var round = 0; round < 50; round++) {
            var cuts =
                    random.ints(random.nextInt(50), 0, stream.length).sorted().toArray();
            assertThat(read(stream, cuts)).isEqualTo(responses(recording));
        }
    }

    private static List<String> responses(Recording recording) {
        return recording.responses().stream().map(JsonObject::encode).toList();
    }

    private static List<String> read(byte[] stream, int... cuts) {
        var events = new ArrayList<String>();
        var reader = new SseReader(data -> events.add(new String(data, UTF_8)));
        var from = 0;
        for (var cut : cuts) {
            reader.feed(stream, from, cut - from);
            from = cut;
        }
        reader.feed(stream, from, stream.length - from);
        reader.end();
        assertThat(reader.stray()).isEmpty();
        return events;
    }
}
