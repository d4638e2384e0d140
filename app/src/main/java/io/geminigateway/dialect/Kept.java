package io.geminigateway.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something of a client's that an account at Google holds from now on, under this name, and until when; null: it is
/// gone. `address` is where an upload goes on, empty for everything else.
public record Kept(String name, String address, @Nullable Instant until) {
    public static Kept gone(String name) {
        return new Kept(name, "", null);
    }
}
