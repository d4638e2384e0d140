package io.geminigateway.openai.responses;

import java.util.Optional;

/// Keeps answers for clients that name them later. Bounded: what was kept may be forgotten. Thread-safe, and never
/// waits
/// for a disk.
public interface ResponseStore {
    /// The longest input of which an answer is kept, in bytes; negative where nothing is.
    int longest();

    void keep(String key, byte[] response);

    Optional<byte[]> find(String key);

    void forget(String key);

    /// A store that keeps nothing.
    static ResponseStore none() {
        return new ResponseStore() {
            @Override
            public int longest() {
                return -1;
            }

            @Override
            public void keep(String key, byte[] response) {}

            @Override
            public Optional<byte[]> find(String key) {
                return Optional.empty();
            }

            @Override
            public void forget(String key) {}
        };
    }
}
