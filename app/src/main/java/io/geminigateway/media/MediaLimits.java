package io.geminigateway.media;

import java.time.Duration;

/// What fetching may cost: so many addresses in a request, so long for each, so many bytes for each and for all.
public record MediaLimits(int count, Duration time, int bytes, int allBytes) {
    public static final MediaLimits STANDARD = new MediaLimits(8, Duration.ofSeconds(10), 20 << 20, 32 << 20);
}
