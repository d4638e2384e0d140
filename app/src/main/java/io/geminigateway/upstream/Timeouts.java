package io.geminigateway.upstream;

import java.time.Duration;

/// How long we wait for Google. `connect` includes TLS; `firstEvent` runs from sending to the first event
/// of a stream; `wholeAnswer` is the same for an answer that does not stream, which only starts when it is
/// done; `idle` runs between two reads. The clock over a whole request is the relay's.
public record Timeouts(Duration connect, Duration firstEvent, Duration wholeAnswer, Duration idle) {
    /// For an error's body: whatever has come by then is classified.
    static final Duration ERROR_BODY = Duration.ofSeconds(10);

    /// After the last finish reason: trailing usage still comes, but an upstream that never closes must not
    /// hold us.
    static final Duration AFTER_FINISH = Duration.ofSeconds(2);

    public Timeouts {
        for (var timeout : new Duration[] {connect, firstEvent, wholeAnswer, idle}) {
            if (!timeout.isPositive()) {
                throw new IllegalArgumentException(
                        "timeout: '%s' is not valid: expected more than 0".formatted(timeout));
            }
        }
    }

    /// For the first event of this call.
    Duration first(GeminiCall call) {
        return call.streaming() ? firstEvent : wholeAnswer;
    }

    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(5), Duration.ofSeconds(120), Duration.ofSeconds(600), Duration.ofSeconds(90));
    }
}
