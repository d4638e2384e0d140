package io.geminigateway.relay;

import io.geminigateway.account.Backend;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.Remedy;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What was learned from refusals: the remedies that requests for a model need at a backend. In memory, and bounded:
/// there are few remedies, and beyond so many models nothing more is learned. One event loop only.
final class Repairs {
    private static final int MODELS = 256;

    private record Place(Backend backend, ModelName model) {}

    private final Map<Place, Set<Remedy>> learned = new HashMap<>();

    void learn(Backend backend, ModelName model, Remedy remedy) {
        var place = new Place(backend, model);
        if (learned.size() < MODELS || learned.containsKey(place)) {
            learned.computeIfAbsent(place, _ -> EnumSet.noneOf(Remedy.class)).add(remedy);
        }
    }

    Set<Remedy> needed(Backend backend, ModelName model) {
        return learned.isEmpty() ? Set.of() : learned.getOrDefault(new Place(backend, model), Collections.emptySet());
    }
}
