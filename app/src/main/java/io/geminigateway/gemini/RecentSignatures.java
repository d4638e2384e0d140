package io.geminigateway.gemini;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps the signatures used last, in memory, within a bound. Guarded by its monitor.
public final class RecentSignatures implements SignatureStore {
    private record Kept(String signature, Instant until) {}

    private final long capacity;
    private final Duration ttl;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long size;

    /// `capacity` is in characters of keys and signatures together.
    public RecentSignatures(long capacity, Duration ttl, InstantSource clock) {
        this.capacity = capacity;
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public synchronized void remember(String key, String signature) {
        forget(key);
        if (weight(key, signature) > capacity) {
            return;
        }
        kept.put(key, new Kept(signature, clock.instant().plus(ttl)));
        size += weight(key, signature);
        while (size > capacity) {
            forget(kept.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<String> recall(String key) {
        var found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (found.until().isBefore(clock.instant())) {
            forget(key);
            return Optional.empty();
        }
        return Optional.of(found.signature());
    }

    private void forget(String key) {
        var gone = kept.remove(key);
        if (gone != null) {
            size -= weight(key, gone.signature());
        }
    }

    private static long weight(String key, String signature) {
        return key.length() + signature.length();
    }
}
