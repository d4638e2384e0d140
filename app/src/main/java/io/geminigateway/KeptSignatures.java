package io.geminigateway;

import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.state.Bounds;
import io.geminigateway.state.Shelf;
import io.geminigateway.state.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The signatures of answers, on a shelf that outlives a restart. All that is found is found in memory.
final class KeptSignatures implements SignatureStore {
    /// How long a conversation may pause.
    private static final Duration TTL = Duration.ofDays(2);

    /// A signature has some kilobytes.
    private static final Bounds BOUNDS = Bounds.inMemory(100_000, 64 << 20);

    private final Shelf shelf;
    private final InstantSource clock;

    KeptSignatures(Store store, InstantSource clock) {
        this.shelf = store.shelf("signatures", BOUNDS);
        this.clock = clock;
    }

    @Override
    public void remember(String key, String signature) {
        shelf.put(
                key, signature.getBytes(StandardCharsets.UTF_8), clock.instant().plus(TTL));
    }

    @Override
    public Optional<String> recall(String key) {
        return shelf.peek(key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
