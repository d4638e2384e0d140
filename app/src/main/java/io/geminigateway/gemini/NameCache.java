package io.geminigateway.gemini;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives what is said again and again, above all the names of fields, as one and the same `String`, so that reading it
/// allocates nothing. A word that does not fit takes a slot from another: the cache never grows. Safe for many threads
/// without a lock, because a slot only ever holds an immutable word, and a stale one is merely a miss.
final class NameCache {
    private static final int SLOT_BITS = 9;
    private static final int LONGEST = 96;

    private final @Nullable Word[] slots = new @Nullable Word[1 << SLOT_BITS];

    /// The bytes are never changed. Up to 16 of them are all in `head` and `tail`, so that two numbers tell words
    /// apart.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Word(long head, long tail, byte[] bytes, String text) {
        boolean is(long otherHead, long otherTail, byte[] in, int from, int to) {
            return head == otherHead
                    && tail == otherTail
                    && bytes.length == to - from
                    && (bytes.length <= 2 * Long.BYTES || Arrays.equals(bytes, 0, bytes.length, in, from, to));
        }
    }

    /// The word that is `bytes[from, to)`, in UTF-8.
    String name(byte[] bytes, int from, int to) {
        var head = JsonBytes.head(bytes, from, to);
        var tail = JsonBytes.tail(bytes, from, to);
        var slot = slot(head + 31 * tail + to - from);
        var known = slots[slot];
        if (known != null && known.is(head, tail, bytes, from, to)) {
            return known.text();
        }
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (to - from <= LONGEST) {
            slots[slot] = new Word(head, tail, Arrays.copyOfRange(bytes, from, to), text);
        }
        return text;
    }

    /// Spread out by the golden ratio (Knuth, The Art of Computer Programming, 6.4).
    private static int slot(long mark) {
        return (int) ((mark * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - SLOT_BITS));
    }
}
