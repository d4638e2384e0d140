package io.geminigateway.benchmarks.pool;

/// A client's request. `size` is its tokens, 1 on average; `conversation` is negative if it is none.
record Request(long number, double arrival, int model, Kind kind, double size, int conversation) {
    enum Kind {
        GOOD,
        /// Refused by Google, rightly.
        BAD,
        /// Breaks every account that is asked.
        POISON,
        /// The client leaves before the answer is complete.
        LEAVING
    }
}
