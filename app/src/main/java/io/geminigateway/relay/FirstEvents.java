package io.geminigateway.relay;

import io.geminigateway.gemini.ModelName;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How long the commit points of late took, by model, streams and whole answers apart. Thread-safe, and bounded: of so
/// many models, those that were heard of last; of each, its last answers.
final class FirstEvents {
    /// Fewer tell nothing of the slowest twentieth.
    private static final int ENOUGH = 20;

    private static final int REMEMBERED = 128;
    private static final int MODELS = 256;
    private static final double SHARE = 0.95;

    private final Map<Kind, Times> times = new LinkedHashMap<>(16, 0.75f, true);

    private record Kind(ModelName model, boolean streaming) {}

    /// The last so many times, in nanoseconds; the newest takes the place of the oldest.
    private static final class Times {
        private final long[] ring = new long[REMEMBERED];
        private int seen;
        private int next;

        private void add(long time) {
            ring[next] = time;
            next = (next + 1) % REMEMBERED;
            seen = Math.min(seen + 1, REMEMBERED);
        }
    }

    synchronized void took(ModelName model, boolean streaming, Duration time) {
        var kind = new Kind(model, streaming);
        times.computeIfAbsent(kind, _ -> new Times()).add(time.toNanos());
        if (times.size() > MODELS) {
            times.remove(times.keySet().iterator().next());
        }
    }

    /// Nineteen in twenty came sooner than this, or just then; empty as long as too few are known.
    Optional<Duration> slowest(ModelName model, boolean streaming) {
        var known = copy(new Kind(model, streaming));
        if (known.length < ENOUGH) {
            return Optional.empty();
        }
        Arrays.sort(known);
        return Optional.of(Duration.ofNanos(known[(int) Math.ceil(SHARE * known.length) - 1]));
    }

    private synchronized long[] copy(Kind kind) {
        var found = times.get(kind);
        return found == null ? new long[0] : Arrays.copyOf(found.ring, found.seen);
    }
}
