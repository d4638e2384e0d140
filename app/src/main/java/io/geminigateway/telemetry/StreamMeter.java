package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.HEARTBEATS;
import static io.geminigateway.telemetry.TelemetryNames.STREAMS;
import static io.geminigateway.telemetry.TelemetryNames.STREAM_ENDS;

import io.geminigateway.failure.ErrorType;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// The streams of one dialect: whoever begins one ends it. Thread-safe.
public final class StreamMeter {
    private final Telemetry telemetry;
    private final LongAdder active;
    private final LongAdder complete;
    private final LongAdder heartbeats;

    StreamMeter(Telemetry telemetry, String dialect) {
        this.telemetry = telemetry;
        active = telemetry.counter(STREAMS, dialect);
        complete = telemetry.counter(STREAM_ENDS, Outcomes.ofStream(null));
        heartbeats = telemetry.counter(HEARTBEATS);
    }

    /// The head has been sent.
    public void began() {
        active.increment();
    }

    public void beat() {
        heartbeats.increment();
    }

    void ended(@Nullable ErrorType error) {
        active.decrement();
        if (error == null) {
            complete.increment();
        } else {
            telemetry.count(STREAM_ENDS, Outcomes.ofStream(error));
        }
    }
}
