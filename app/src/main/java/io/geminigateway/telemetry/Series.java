package io.geminigateway.telemetry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// A cell for each combination of a metric's labels, up to a bound: what goes beyond shares one whose labels all say
/// `other`, so that no client can fill our memory or a scraper's with names of its own. Thread-safe. To look one up
/// makes garbage: what is recorded often keeps its cell.
final class Series<C> {
    static final String OTHER = "other";
    private static final int MOST = 2000;

    private final Metric metric;
    private final Supplier<C> fresh;
    private final LongAdder overflow;
    private final Map<List<String>, C> cells = new ConcurrentHashMap<>();

    Series(Metric metric, Supplier<C> fresh, LongAdder overflow) {
        this.metric = metric;
        this.fresh = fresh;
        this.overflow = overflow;
    }

    Metric metric() {
        return metric;
    }

    Map<List<String>, C> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /// The values are in the order of the metric's labels; an empty one is a label that does not apply.
    C of(String... values) {
        if (values.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric.name() + " has the labels " + metric.labels());
        }
        var key = List.of(values);
        var known = cells.get(key);
        return known == null ? added(key) : known;
    }

    private synchronized C added(List<String> key) {
        if (cells.size() >= MOST - 1 && !cells.containsKey(key)) {
            overflow.increment();
            return cells.computeIfAbsent(Collections.nCopies(key.size(), OTHER), _ -> fresh.get());
        }
        return cells.computeIfAbsent(key, _ -> fresh.get());
    }
}
