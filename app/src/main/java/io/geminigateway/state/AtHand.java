package io.geminigateway.state;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The entries of a shelf that were used last, in memory. Guarded by its monitor.
final class AtHand {
    private final Bounds bounds;
    private final LinkedHashMap<String, Entry> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    AtHand(Bounds bounds) {
        this.bounds = bounds;
    }

    synchronized void put(Entry entry) {
        remove(entry.place().key());
        byUse.put(entry.place().key(), entry);
        bytes += entry.size();
        while (bytes > bounds.bytesInMemory() || byUse.size() > bounds.entries()) {
            var oldest = byUse.pollFirstEntry();
            bytes -= oldest.getValue().size();
        }
    }

    /// Adds what was read from the disk, unless there is something newer.
    synchronized void fill(Entry entry) {
        if (!byUse.containsKey(entry.place().key())) {
            put(entry);
        }
    }

    synchronized void remove(String key) {
        var removed = byUse.remove(key);
        if (removed != null) {
            bytes -= removed.size();
        }
    }

    synchronized @Nullable Entry find(String key) {
        return byUse.get(key);
    }
}
