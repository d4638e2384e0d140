package io.geminigateway.benchmarks.compare;

import io.geminigateway.benchmarks.Traffic;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/// Events of a stream that carry the time at which they were made.
final class EventBytes {
    private static final byte[] EVENT = bytes(false);
    private static final byte[] LAST = bytes(true);
    private static final int SIGN = Mark.signIn(EVENT);

    private EventBytes() {}

    private static byte[] bytes(boolean last) {
        return Traffic.event(Mark.CANNED, last).getBytes(StandardCharsets.UTF_8);
    }

    static Buffer now(boolean last) {
        var bytes = (last ? LAST : EVENT).clone();
        Mark.stamp(bytes, SIGN, System.nanoTime());
        return Buffer.buffer(bytes);
    }
}
