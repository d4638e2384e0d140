package io.geminigateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the simulator was asked, in order of arrival; beyond its size the oldest requests are forgotten. Thread-safe:
/// guarded by itself.
public final class Ledger {
    private static final Duration GLANCE = Duration.ofMillis(2);

    private final int size;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    Ledger(int size) {
        this.size = size;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The generate calls, streamed or not, of one account.
    public List<Entry> of(String account) {
        return entries().stream()
                .filter(entry -> entry.kind() == Entry.Kind.GENERATE || entry.kind() == Entry.Kind.STREAM)
                .filter(entry -> entry.account().filter(account::equals).isPresent())
                .toList();
    }

    public long count(Predicate<Entry> which) {
        return entries().stream().filter(which).count();
    }

    /// The first entry that matches, as soon as there is one.
    public Entry await(Predicate<Entry> which, Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = entries().stream().filter(which).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "nothing matched within %s; the ledger has:%n%s".formatted(atMost, this));
            }
            glanceAgain();
        }
    }

    public synchronized void clear() {
        entries.clear();
    }

    synchronized void record(Entry entry) {
        entries.add(entry);
        if (entries.size() > size) {
            entries.removeFirst();
        }
    }

    @Override
    public String toString() {
        return entries().stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }

    private static void glanceAgain() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a request", interrupted);
        }
    }
}
