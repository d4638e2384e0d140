package io.geminigateway.pool;

import java.time.Duration;

/// How evidence fades: after each half-life, half of it counts.
public final class HalfLife {
    private final Duration duration;
    private final double perMillisecond;

    private HalfLife(Duration duration) {
        this.duration = duration;
        this.perMillisecond = Math.log(2) / duration.toMillis();
    }

    public static HalfLife of(Duration duration) {
        return new HalfLife(duration);
    }

    /// What is left at `now` of one unit of evidence from `then`, both in the clock's milliseconds. A
    /// clock that was set back fades nothing.
    double left(long then, long now) {
        return now <= then ? 1 : Math.exp((then - now) * perMillisecond);
    }

    @Override
    public String toString() {
        return duration.toString();
    }
}
