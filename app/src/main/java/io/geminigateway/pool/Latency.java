package io.geminigateway.pool;

import java.time.Duration;

/// Mean of the logarithms of times to the first event, in ln(seconds); `weight` is how many faded samples
/// it rests on.
record Latency(double mean, double weight, long asOf) {
    static final Latency UNKNOWN = new Latency(0, 0, 0);

    Latency with(Duration sample, LatencySettings settings, long now) {
        var seconds = Math.max(sample.toNanos(), 1) / 1e9;
        var heavier = Math.min(weight(settings, now) + 1, settings.mostCalls());
        return new Latency(mean + (Math.log(seconds) - mean) / heavier, heavier, now);
    }

    double weight(LatencySettings settings, long now) {
        return weight * settings.fading().left(asOf, now);
    }

    Duration typical() {
        return Duration.ofNanos((long) (Math.exp(mean) * 1e9));
    }
}
