package io.geminigateway.media;

/// What is left for all media of one request. One event loop only.
final class ByteBudget {
    private int left;

    ByteBudget(int bytes) {
        left = bytes;
    }

    /// Whether so many more are allowed.
    boolean spend(int bytes) {
        left -= bytes;
        return left >= 0;
    }
}
