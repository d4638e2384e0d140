package io.geminigateway.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reactions that belong to no account: for whoever is called next, and to a model whoever serves it. Thread-safe.
final class Everybody {
    private final Queue<Reaction> coming = new ConcurrentLinkedQueue<>();
    private final Map<String, Reaction> byModel = new ConcurrentHashMap<>();

    void next(Reaction reaction) {
        coming.add(reaction);
    }

    void model(String id, Reaction reaction) {
        byModel.put(id, reaction);
    }

    Optional<Reaction> reaction(String model) {
        return Optional.ofNullable(coming.poll()).or(() -> Optional.ofNullable(byModel.get(model)));
    }
}
