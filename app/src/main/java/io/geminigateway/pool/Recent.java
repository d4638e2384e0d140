package io.geminigateway.pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The values used last, up to a number: names come from clients, and clients can make up any number of
/// them. Values that must not be forgotten yet are stepped over, but never are there more than twice as
/// many. Thread-safe.
final class Recent<K, V extends Recent.Value> {
    interface Value {
        /// In the clock's milliseconds.
        long lastUsed();

        boolean forgettable();
    }

    private final ConcurrentHashMap<K, V> values = new ConcurrentHashMap<>();
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    @Nullable
    V find(K key) {
        return values.get(key);
    }

    V obtain(K key, Function<K, V> maker) {
        var present = values.get(key);
        if (present != null) {
            return present;
        }
        if (values.size() >= most) {
            forgetOldest(Value::forgettable);
        }
        if (values.size() >= 2 * most) {
            forgetOldest(any -> true);
        }
        return values.computeIfAbsent(key, maker);
    }

    Collection<V> all() {
        return values.values();
    }

    private void forgetOldest(Predicate<Value> candidate) {
        values.entrySet().stream()
                .filter(entry -> candidate.test(entry.getValue()))
                .min(Comparator.comparingLong(
                        (Entry<K, V> entry) -> entry.getValue().lastUsed()))
                .ifPresent(oldest -> values.remove(oldest.getKey(), oldest.getValue()));
    }
}
