package io.geminigateway.gemini;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers everything.
public final class RememberedSignatures implements SignatureStore {
    private final Map<String, String> all = new HashMap<>();

    @Override
    public void remember(String key, String signature) {
        all.put(key, signature);
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(all.get(key));
    }
}
