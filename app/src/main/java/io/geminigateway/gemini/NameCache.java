package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Gives every well-known field name as one and the same `String`, so that reading an object allocates no names.
/// A name that does not fit takes a slot from another: the cache never grows. Safe for many threads without a lock,
/// because a slot only ever holds an immutable string, and a stale one is merely a miss.
final class NameCache {
    private static final int SLOTS = 512;
    private static final int LONGEST = 48;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /// The name in `bytes[from, to)`, which is ASCII without escapes.
    String name(byte[] bytes, int from, int to) {
        var hash = 0;
        for (var i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        var slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        var known = slots[slot];
        if (known != null && matches(known, bytes, from, to)) {
            return known;
        }
        var name = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        if (name.length() <= LONGEST) {
            slots[slot] = name;
        }
        return name;
    }

    private static boolean matches(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (var i = 0; i < known.length(); i++) {
            if (known.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
