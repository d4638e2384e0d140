package io.geminigateway.state;

import io.geminigateway.state.Entry.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is still to be written, the last word for each place only. When the disk cannot keep up, the oldest is dropped:
/// memory is worth more. Guarded by its monitor.
final class Backlog {
    private final long most;
    private final LinkedHashMap<Place, Entry> entries = new LinkedHashMap<>();
    private long bytes;
    private long dropped;

    Backlog(long most) {
        this.most = most;
    }

    /// True for the first one: somebody should write soon.
    synchronized boolean add(Entry entry) {
        var first = entries.isEmpty();
        var before = entries.remove(entry.place());
        bytes -= before == null ? 0 : before.size();
        entries.put(entry.place(), entry);
        bytes += entry.size();
        while (bytes > most && entries.size() > 1) {
            bytes -= entries.pollFirstEntry().getValue().size();
            dropped++;
        }
        return first;
    }

    /// Takes all.
    synchronized List<Entry> take() {
        var all = new ArrayList<>(entries.values());
        entries.clear();
        bytes = 0;
        return all;
    }

    /// What could not be written, except where there is a later word.
    synchronized void giveBack(List<Entry> unwritten) {
        var later = take();
        unwritten.forEach(this::add);
        later.forEach(this::add);
    }

    synchronized @Nullable Entry find(Place place) {
        return entries.get(place);
    }

    /// How many were dropped since this was last asked.
    synchronized long dropped() {
        var count = dropped;
        dropped = 0;
        return count;
    }
}
