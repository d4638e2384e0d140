package io.geminigateway.openai.responses;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps everything, for as long as the test lasts.
final class KeptInMemory implements ResponseStore {
    private final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public int longest() {
        return 4 << 20;
    }

    @Override
    public void keep(String key, byte[] response) {
        kept.put(key, response);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void forget(String key) {
        kept.remove(key);
    }

    int size() {
        return kept.size();
    }
}
