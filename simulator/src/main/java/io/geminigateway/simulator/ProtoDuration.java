package io.geminigateway.simulator;

import java.math.BigDecimal;
import java.time.Duration;

/// A duration in the two spellings Google's errors use.
final class ProtoDuration {
    private ProtoDuration() {}

    /// `56.185908122s`.
    static String exact(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }

    /// Whole seconds, rounded up: who waits that long is not too early.
    static String whole(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds() + "s";
    }

    /// `19h14m47s`, as Go prints it.
    static String go(Duration duration) {
        var text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append('h');
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append('m');
        }
        return text.append(exact(duration.minusMinutes(duration.toMinutes()))).toString();
    }
}
