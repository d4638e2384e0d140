package io.geminigateway.benchmarks.compare;

import io.netty.buffer.ByteBuf;
import java.util.function.LongConsumer;

/// Finds the marks in a body that comes in pieces of any size.
final class MarkReader {
    private final LongConsumer marks;
    private int digitsLeft;
    private long time;

    MarkReader(LongConsumer marks) {
        this.marks = marks;
    }

    /// Reads from `start` to `end`, and leaves the buffer's own indexes alone.
    void read(ByteBuf body, int start, int end) {
        var at = start;
        while (at < end) {
            if (digitsLeft == 0) {
                var sign = body.indexOf(at, end, (byte) Mark.SIGN);
                if (sign < 0) {
                    return;
                }
                digitsLeft = Mark.DIGITS;
                time = 0;
                at = sign + 1;
            } else {
                time = time * 10 + (body.getByte(at++) - '0');
                if (--digitsLeft == 0) {
                    marks.accept(time);
                }
            }
        }
    }
}
