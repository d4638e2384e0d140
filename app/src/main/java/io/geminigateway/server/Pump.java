package io.geminigateway.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/// Moves bytes from one socket to another, no faster than the other takes them, and says that they move. On one event
/// loop.
final class Pump {
    private Pump() {}

    /// Begins to move; `ended` runs when the source has been read to its end.
    static void start(ReadStream<Buffer> source, WriteStream<Buffer> sink, Runnable moved, Runnable ended) {
        source.endHandler(_ -> ended.run());
        source.handler(chunk -> {
            moved.run();
            sink.write(chunk);
            if (sink.writeQueueFull()) {
                source.pause();
                sink.drainHandler(_ -> {
                    moved.run();
                    source.resume();
                });
            }
        });
        source.resume();
    }
}
