package io.geminigateway;

import io.geminigateway.gemini.Holding;
import io.geminigateway.gemini.Holdings;
import io.geminigateway.state.Bounds;
import io.geminigateway.state.Shelf;
import io.geminigateway.state.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Who holds what clients left with Google, on a shelf that outlives a restart. All that is found is found in memory.
final class KeptHoldings implements Holdings {
    /// A holding has some hundred bytes.
    private static final Bounds BOUNDS = Bounds.inMemory(50_000, 16 << 20);

    private final Shelf shelf;

    KeptHoldings(Store store) {
        this.shelf = store.shelf("holdings", BOUNDS);
    }

    @Override
    public void keep(String name, Holding holding, Instant expires) {
        var lines = String.join("\n", holding.account(), holding.project(), holding.address());
        shelf.put(name, lines.getBytes(StandardCharsets.UTF_8), expires);
    }

    @Override
    public Optional<Holding> find(String name) {
        return shelf.peek(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", -1))
                .filter(lines -> lines.length == 3)
                .map(lines -> new Holding(lines[0], lines[1], lines[2]));
    }

    @Override
    public void forget(String name) {
        shelf.remove(name);
    }
}
