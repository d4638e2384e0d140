package io.geminigateway.state;

/// How much a shelf may hold: beyond it, older values go first. `bytesInMemory` is the part of `bytes` that is kept at
/// hand for [Shelf#peek], the values used last.
public record Bounds(int entries, long bytes, long bytesInMemory) {
    public Bounds {
        if (entries < 1 || bytes < 1 || bytesInMemory < 0) {
            throw new IllegalArgumentException("A shelf needs room: %d entries, %d bytes".formatted(entries, bytes));
        }
    }

    /// A shelf whose values are all at hand.
    public static Bounds inMemory(int entries, long bytes) {
        return new Bounds(entries, bytes, bytes);
    }
}
