package io.geminigateway.gemini;

import java.time.Instant;
import java.util.Optional;

/// Remembers which account holds what clients left with Google: files, caches, uploads under way. Google gives them to
/// nobody else. Bounded; what is forgotten is asked of whoever serves next, who may not have it. Thread-safe; nothing
/// here waits.
public interface Holdings {
    /// Remembers nothing.
    static Holdings none() {
        return new Holdings() {
            @Override
            public void keep(String name, Holding holding, Instant expires) {
                // not here
            }

            @Override
            public Optional<Holding> find(String name) {
                return Optional.empty();
            }

            @Override
            public void forget(String name) {
                // nothing to forget
            }
        };
    }

    /// `name` is Google's: `files/abc`, `cachedContents/abc`.
    void keep(String name, Holding holding, Instant expires);

    Optional<Holding> find(String name);

    void forget(String name);
}
