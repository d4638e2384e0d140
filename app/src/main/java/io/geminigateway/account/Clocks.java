package io.geminigateway.account;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The two times there are: `wall`, which others share and which may jump, and `steady`, in nanoseconds from an
/// arbitrary origin, which only ever goes on.
record Clocks(InstantSource wall, LongSupplier steady) {
    long nanos() {
        return steady.getAsLong();
    }
}
