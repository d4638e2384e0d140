package io.geminigateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/// Bodies that are too much: made while they are written, so that they cost the simulator nothing.
final class Flood {
    private static final Map<String, String> STREAM = Map.of("content-type", "text/event-stream");
    private static final Buffer EVENT = Buffer.buffer(
            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"on and on \"}],\"role\":\"model\"}}]}\r\n\r\n");
    private static final Buffer BEGINNING =
            Buffer.buffer("data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"");
    private static final Buffer MIDDLE = Buffer.buffer("on and on ".repeat(800));

    private Flood() {}

    static Answer of(Reaction.Endless.Of what) {
        return switch (what) {
            case EVENTS -> Answer.streamed(STREAM, Stream.generate(() -> EVENT).iterator());
            case EVENT ->
                Answer.streamed(
                        STREAM,
                        Stream.concat(Stream.of(BEGINNING), Stream.generate(() -> MIDDLE))
                                .iterator());
        };
    }

    static Answer gzipBomb(long bytes) {
        Iterator<Buffer> packed = new GzipBomb(bytes);
        return Answer.streamed(
                Map.of("content-type", "application/json; charset=UTF-8", "content-encoding", "gzip"), packed);
    }
}
