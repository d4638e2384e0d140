package io.geminigateway.simulator;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the bytes of an answer travel: when the first leaves, in what pieces, and where they stop. Zero bytes per write
/// means unsliced.
final class Delivery {
    /// Where the body stops: at its end, at a byte (with or without a clean end), or after an event with the line left
    /// open.
    sealed interface Stop {
        record AtEnd() implements Stop {}

        record Cut(long bytes) implements Stop {}

        record Ended(long bytes) implements Stop {}

        record Halted(int events) implements Stop {}
    }

    static final Delivery PLAIN = new Delivery(null, null, 0, new Stop.AtEnd());

    private final @Nullable Duration delay;
    private final @Nullable Duration pause;
    private final int bytesPerWrite;
    private final Stop stop;

    private Delivery(@Nullable Duration delay, @Nullable Duration pause, int bytesPerWrite, Stop stop) {
        this.delay = delay;
        this.pause = pause;
        this.bytesPerWrite = bytesPerWrite;
        this.stop = stop;
    }

    Delivery after(Duration delay) {
        return new Delivery(delay, pause, bytesPerWrite, stop);
    }

    Delivery paced(Duration pause) {
        return new Delivery(delay, pause, bytesPerWrite, stop);
    }

    Delivery slicedInto(int bytesPerWrite) {
        return new Delivery(delay, pause, bytesPerWrite, stop);
    }

    Delivery stopping(Stop stop) {
        return new Delivery(delay, pause, bytesPerWrite, stop);
    }

    /// Before the answer; absent means the account's own latency.
    Optional<Duration> delay() {
        return Optional.ofNullable(delay);
    }

    /// Between two events; absent means the account's own pace.
    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    int bytesPerWrite() {
        return bytesPerWrite;
    }

    Stop stop() {
        return stop;
    }
}
