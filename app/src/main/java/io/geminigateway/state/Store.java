package io.geminigateway.state;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The gateway's own small store, in one folder. The file belongs to one thread; what others put is gathered for a
/// moment and written in one go. Without a usable folder shelves hold what fits into memory. Thread-safe.
public final class Store implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Store.class);
    private static final long GATHERING_MILLIS = 200;
    private static final long RETRY_MILLIS = 5_000;
    private static final long SWEEP_MINUTES = 5;
    private static final long PATIENCE_SECONDS = 10;
    private static final long BACKLOG_BYTES = 64L << 20;

    private final InstantSource clock;
    private final Archive archive;
    private final Backlog backlog = new Backlog(BACKLOG_BYTES);
    private final Map<String, Bounds> bounds = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor thread;

    private Store(Path folder, InstantSource clock) {
        this.clock = clock;
        this.archive = new Archive(folder, clock);
        // A platform thread: SQLite would hold a virtual one's carrier.
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("state").daemon(true).factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Begins to open the folder, and returns at once.
    public static Store open(Path folder, InstantSource clock) {
        var store = new Store(folder, clock);
        store.thread.execute(store.archive::open);
        var _ = store.thread.scheduleWithFixedDelay(store.archive::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
        return store;
    }

    /// The shelf of this name; to be asked for once. What it held before is at hand soon, after [#await] for certain.
    public Shelf shelf(String name, Bounds limits) {
        if (bounds.putIfAbsent(name, limits) != null) {
            throw new IllegalStateException("There is a shelf '%s' already".formatted(name));
        }
        var shelf = new StoredShelf(name, limits, this);
        thread.execute(() -> shelf.fill(archive.newest(name, limits.bytesInMemory())));
        return shelf;
    }

    /// Waits until the shelves hold what they held before. Not for event loops.
    public void await() {
        drain("read", () -> {});
    }

    /// Whether nothing would outlive a restart just now: the folder or the file cannot be used.
    public boolean isDegraded() {
        return archive.isDegraded();
    }

    InstantSource clock() {
        return clock;
    }

    Backlog backlog() {
        return backlog;
    }

    void keep(Entry entry) {
        if (backlog.add(entry)) {
            writeIn(GATHERING_MILLIS);
        }
    }

    /// Looks on the disk, and hands over what is there on the store's thread.
    CompletionStage<Optional<byte[]>> find(Entry.Place place, Function<@Nullable Entry, Optional<byte[]>> taker) {
        try {
            return CompletableFuture.supplyAsync(() -> taker.apply(archive.find(place)), thread);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    private void writeIn(long millis) {
        try {
            var _ = thread.schedule(this::write, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            log.debug("Too late to be kept");
        }
    }

    private void write() {
        var dropped = backlog.dropped();
        if (dropped > 0) {
            log.warn("The disk is too slow: not kept={}", dropped);
        }
        var entries = backlog.take();
        if (!entries.isEmpty() && !archive.write(entries, bounds)) {
            backlog.giveBack(entries);
            writeIn(RETRY_MILLIS);
        }
    }

    /// Writes what is unwritten, and closes the file. Idempotent.
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            drain("written", () -> {
                write();
                archive.close();
            });
            thread.shutdown();
        }
    }

    /// Returns when everything before and the work itself is done, or it takes too long.
    private void drain(String what, Runnable work) {
        try {
            CompletableFuture.runAsync(work, thread)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .handle((_, failed) -> {
                        if (failed != null) {
                            log.warn("What is kept could not be {} in time", what, failed);
                        }
                        return true;
                    })
                    .join();
        } catch (RejectedExecutionException closed) {
            log.debug("Closed already");
        }
    }
}
