package io.geminigateway.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private final List<String> heard = new ArrayList<>();
    private final AnswerReader reader =
            new AnswerReader(mark -> heard.add("mark " + mark), status -> heard.add("status " + status));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void answersOfKnownLengthFollowEachOther(int piece) {
        var body = "{\"text\":\"%s\"}".formatted(Mark.text(42));
        var answer = "HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s".formatted(body.length(), body);
        var empty = "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n";

        feed(answer + empty + answer, piece);

        assertThat(heard).containsExactly("mark 42", "status 200", "status 503", "mark 42", "status 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void aMarkMayBeCutByTheEndOfAChunk(int piece) {
        var mark = Mark.text(1_234_567);
        var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        var chunks = "a\r\n%s\r\na\r\n%s\r\n0\r\n\r\n".formatted(mark.substring(0, 10), mark.substring(10));

        feed(head + chunks + head + "0\r\n\r\n", piece);

        assertThat(heard).containsExactly("mark 1234567", "status 200", "status 200");
    }

    private void feed(String text, int piece) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (var at = 0; at < bytes.length; at += piece) {
            reader.feed(Unpooled.wrappedBuffer(bytes, at, Math.min(piece, bytes.length - at)));
        }
    }
}
