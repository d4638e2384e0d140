package io.geminigateway.state;

import io.geminigateway.state.Entry.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A shelf of the store: what is at hand, what is still to be written, and the disk. Writing is guarded by its monitor.
final class StoredShelf implements Shelf {
    private final String name;
    private final AtHand atHand;
    private final Store store;

    StoredShelf(String name, Bounds bounds, Store store) {
        this.name = name;
        this.atHand = new AtHand(bounds);
        this.store = store;
    }

    @Override
    public synchronized void put(String key, byte[] value, Instant expires) {
        var entry = Entry.of(place(key), value, expires);
        store.keep(entry); // first: it must not be missed by who finds it no more at hand
        atHand.put(entry);
    }

    @Override
    public synchronized void remove(String key) {
        store.keep(Entry.none(place(key)));
        atHand.remove(key);
    }

    @Override
    public Optional<byte[]> peek(String key) {
        var entry = atHand.find(key);
        return value(entry != null ? entry : store.backlog().find(place(key)));
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(String key) {
        var place = place(key);
        var entry = atHand.find(key);
        var known = entry != null ? entry : store.backlog().find(place);
        if (known != null) {
            return CompletableFuture.completedFuture(value(known));
        }
        return store.find(place, this::take);
    }

    /// Takes in what was on the disk, newest first.
    void fill(List<Entry> entries) {
        entries.reversed().forEach(this::fill);
    }

    private Optional<byte[]> take(@Nullable Entry found) {
        if (found != null) {
            fill(found);
        }
        return value(found);
    }

    private synchronized void fill(Entry entry) {
        var later = store.backlog().find(entry.place());
        if (later == null) {
            atHand.fill(entry);
        }
    }

    private Optional<byte[]> value(@Nullable Entry entry) {
        return entry == null || entry.over(store.clock().millis())
                ? Optional.empty()
                : Optional.ofNullable(entry.value());
    }

    private Place place(String key) {
        return new Place(name, key);
    }
}
