package io.geminigateway.benchmarks.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What will happen, in order, and the time, which jumps from one event to the next. Times are seconds
/// since the start.
final class Agenda implements InstantSource {
    /// Midnight in California, when a new day of quota begins.
    private static final Instant START = Instant.parse("2026-05-05T07:00:00Z");

    private record Event(double at, long order, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::order));
    private double now;
    private long order;

    double now() {
        return now;
    }

    void after(double seconds, Runnable action) {
        events.add(new Event(now + Math.max(seconds, 0), order++, action));
    }

    void at(double time, Runnable action) {
        after(time - now, action);
    }

    /// Lets everything happen, until nothing is left to happen before `end`.
    void run(double end) {
        while (!events.isEmpty() && events.peek().at() <= end) {
            var event = events.poll();
            now = event.at();
            event.action().run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return START.plusNanos(Math.round(now * 1e9));
    }

    /// The time of a moment on this agenda.
    static double seconds(Instant instant) {
        return START.until(instant).toNanos() / 1e9;
    }
}
