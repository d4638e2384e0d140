package io.geminigateway;

import io.geminigateway.openai.responses.ResponseStore;
import io.geminigateway.state.Bounds;
import io.geminigateway.state.Shelf;
import io.geminigateway.state.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The answers that clients may name later, on a shelf that outlives a restart. All that is found is found in memory.
final class KeptAnswers implements ResponseStore {
    /// As long as OpenAI keeps them.
    private static final Duration TTL = Duration.ofDays(30);

    /// Some kilobytes each; those with pictures some megabytes.
    private static final Bounds BOUNDS = Bounds.inMemory(10_000, 32 << 20);

    /// One answer must not push out all others.
    private static final int LONGEST = 4 << 20;

    private final Shelf shelf;
    private final InstantSource clock;

    KeptAnswers(Store store, InstantSource clock) {
        this.shelf = store.shelf("responses", BOUNDS);
        this.clock = clock;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public void keep(String key, byte[] response) {
        shelf.put(key, response, clock.instant().plus(TTL));
    }

    @Override
    public Optional<byte[]> find(String key) {
        return shelf.peek(key);
    }

    @Override
    public void forget(String key) {
        shelf.remove(key);
    }
}
