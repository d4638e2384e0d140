package io.geminigateway.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
    private final List<String> told = new ArrayList<>();
    private final SseReader reader = new SseReader(data -> told.add(new String(data, UTF_8)), 1000);

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndingEndsALine(String newline) {
        feed("data: one", newline, newline, "data: two", newline, newline);

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void aCarriageReturnAndALineFeedThatArriveApartAreOneLineEnding() {
        feed("data: one\r");
        feed("\ndata: two\r");
        feed("\n");
        feed("\r");
        feed("\n");

        assertThat(told).containsExactly("one\ntwo");
    }

    @Test
    void severalDataLinesAreJoined() {
        feed("data: {\ndata:   \"a\": 1\ndata\ndata: }\n\n");

        assertThat(told).containsExactly("{\n  \"a\": 1\n\n}");
    }

    @Test
    void onlyOneSpaceAfterTheColonIsNotData() {
        feed("data:tight\n\ndata:  wide\n\n");

        assertThat(told).containsExactly("tight", " wide");
    }

    @Test
    void commentsOtherFieldsAndEmptyEventsAreSkipped() {
        feed(": keep-alive\n\nevent: x\nid: 1\nretry: 5\ndata: one\n\ndata:\n\ndata\n\n\n\n");

        assertThat(told).containsExactly("one");
        assertThat(reader.stray()).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstLine() {
        feed("\uFEFFdata: one\n\n\uFEFFdata: two\n\n");

        assertThat(told).containsExactly("one");
    }

    @Test
    void theEndTellsAnEventWhoseBlankLineIsMissing() {
        feed("data: one\n\ndata: two");
        reader.end();

        assertThat(told).containsExactly("one", "two");
    }

    @Test
    void anErrorObjectOutsideOfAnyEventIsKept() {
        var error = "[{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"data: none\"\n  }\n}\n]";

        feed("data: one\n\n", error);
        reader.end();

        assertThat(told).containsExactly("one");
        assertThat(new String(reader.stray(), UTF_8)).isEqualTo(error + "\n");
    }

    @Test
    void strayBytesAreBounded() {
        for (var i = 0; i < 1000; i++) {
            feed("<html>", "x".repeat(900), "\n");
        }

        assertThat(reader.stray()).hasSizeBetween(64 * 1024, 64 * 1024 + 1);
    }

    @ParameterizedTest
    @CsvSource({"'data: ', 1", "'data: x\ndata: ', 1", "'', 1", "'data: ', 100"})
    void anEventThatOutgrowsTheLimitFails(String start, int pieces) {
        feed(start);

        assertThatThrownBy(() -> {
                    for (var i = 0; i < pieces; i++) {
                        feed("x".repeat(1001 / pieces + 1));
                    }
                    feed("\n");
                })
                .isInstanceOf(OversizedEventException.class)
                .hasMessage("an event is longer than 1000 bytes");
    }

    @Test
    void anyCutGivesTheSameEvents() {
        var stream =
                "\uFEFF: hi\r\ndata: {\"a\":\"äöü😀\"}\r\n\r\nevent: x\rdata:1\rdata:2\r\r\ndata: \n\n[{\"error\":1}]\ndata: end"
                        .getBytes(UTF_8);
        var random = new Random(7);

        for (var i = 0; i <= stream.length; i++) {
            assertThat(cut(stream, i)).isEqualTo(List.of("{\"a\":\"äöü😀\"}", "1\n2", "end"));
        }
        for (var i = 0; i < 1000; i++) {
            var cuts = random.ints(random.nextInt(20), 0, stream.length + 1)
                    .sorted()
                    .toArray();
            assertThat(cut(stream, cuts)).isEqualTo(List.of("{\"a\":\"äöü😀\"}", "1\n2", "end"));
        }
    }

    private static List<String> cut(byte[] stream, int... cuts) {
        var events = new ArrayList<String>();
        var reader = new SseReader(data -> events.add(new String(data, UTF_8)));
        var from = 0;
        for (var cut : cuts) {
            reader.feed(stream, from, cut - from);
            from = cut;
        }
        reader.feed(stream, from, stream.length - from);
        reader.end();
        assertThat(new String(reader.stray(), UTF_8)).isEqualTo("[{\"error\":1}]\n");
        return events;
    }

    private void feed(String... pieces) {
        for (var piece : pieces) {
            reader.feed(piece.getBytes(UTF_8));
        }
    }
}
