package io.geminigateway.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Which account served a conversation last: its prompt may still be cached there. A table of fixed size
/// in which a newer conversation may push out an older one: forgetting costs a little time, never an
/// answer. Thread-safe.
final class Conversations {
    private record Served(String conversation, Member member, long at) {}

    private final AtomicReferenceArray<@Nullable Served> table;
    private final long remembered;

    /// `size` is a power of two.
    Conversations(int size, Duration remembered) {
        this.table = new AtomicReferenceArray<>(size);
        this.remembered = remembered.toMillis();
    }

    void served(String conversation, Member member, long now) {
        if (!conversation.isEmpty()) {
            table.set(place(conversation), new Served(conversation, member, now));
        }
    }

    @Nullable
    Member server(String conversation, long now) {
        if (conversation.isEmpty()) {
            return null;
        }
        var served = table.get(place(conversation));
        return served != null && served.conversation().equals(conversation) && now - served.at() < remembered
                ? served.member()
                : null;
    }

    private int place(String conversation) {
        var hash = conversation.hashCode();
        return (hash ^ hash >>> 16) & table.length() - 1;
    }
}
