package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives what is said again and again, above all the names of fields, as one and the same `String`, so that reading it
/// allocates nothing. A word that does not fit takes a slot from another: the cache never grows. Safe for many threads
/// without a lock, because a slot only ever holds an immutable word, and a stale one is merely a miss.
final class NameCache {
    private static final int SLOTS = 512;
    private static final int LONGEST = 96;

    /// The bytes are never changed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Word(byte[] bytes, String text) {}

    private final @Nullable Word[] slots = new @Nullable Word[SLOTS];

    /// The word that is `bytes[from, to)`, in UTF-8.
    String name(byte[] bytes, int from, int to) {
        var slot = JsonBytes.mark(bytes, from, to) & (SLOTS - 1);
        var known = slots[slot];
        if (known != null && Arrays.equals(known.bytes(), 0, known.bytes().length, bytes, from, to)) {
            return known.text();
        }
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.length() <= LONGEST) {
            slots[slot] = new Word(Arrays.copyOfRange(bytes, from, to), text);
        }
        return text;
    }
}
