package io.geminigateway.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to stand on a shelf under a key; without a `value`, nothing is. `expires` in milliseconds since 1970.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(Place place, byte @Nullable [] value, long expires) {
    record Place(String shelf, String key) {}

    static Entry of(Place place, byte[] value, Instant expires) {
        return new Entry(place, value, expires.toEpochMilli());
    }

    static Entry none(Place place) {
        return new Entry(place, null, Long.MAX_VALUE);
    }

    int size() {
        return place.key().length() + (value == null ? 0 : value.length);
    }

    boolean over(long now) {
        return expires <= now;
    }
}
