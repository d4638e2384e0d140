package io.geminigateway.state;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// A place for one kind of values. Nothing here waits for the disk, so event loops may use it; thread-safe. Values are
/// shared, not copied: nobody may change one.
///
/// A value is kept until it expires, is removed or pushed out by newer ones, and, if the disk lets us, over a restart.
/// A crash may cost what was put in its last moments: whoever reads must be able to do without.
public interface Shelf {
    /// Keeps the value in place of any before it.
    void put(String key, byte[] value, Instant expires);

    void remove(String key);

    /// The value, if it is at hand in memory.
    Optional<byte[]> peek(String key);

    /// The value, looked for on the disk too; never fails: what cannot be read is not there. Completes at once if the
    /// value is at hand, else on the store's own thread.
    CompletionStage<Optional<byte[]>> get(String key);
}
