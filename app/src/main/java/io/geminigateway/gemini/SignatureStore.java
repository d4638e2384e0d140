package io.geminigateway.gemini;

import java.util.Optional;

/// Remembers signatures for clients that lose them. Bounded: what was remembered may be forgotten.
/// Thread-safe, and never waits for a disk.
public interface SignatureStore {
    void remember(String key, String signature);

    Optional<String> recall(String key);

    /// A store that forgets at once.
    static SignatureStore none() {
        return new SignatureStore() {
            @Override
            public void remember(String key, String signature) {}

            @Override
            public Optional<String> recall(String key) {
                return Optional.empty();
            }
        };
    }
}
