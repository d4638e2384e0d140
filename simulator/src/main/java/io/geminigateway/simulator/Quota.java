package io.geminigateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The limits of one account, counted per model. A refused request consumes nothing. Thread-safe: guarded by itself.
final class Quota {
    /// The limit a request would exceed, and how long until it is lifted.
    sealed interface Exceeded {
        Refusal at(Occasion occasion);

        record PerMinute(int limit, Duration left) implements Exceeded {
            @Override
            public Refusal at(Occasion occasion) {
                return QuotaErrors.perMinute(occasion, limit, left);
            }
        }

        record PerDay(int limit, Duration left) implements Exceeded {
            @Override
            public Refusal at(Occasion occasion) {
                return QuotaErrors.perDay(occasion, limit, left);
            }
        }
    }

    /// Google's day ends at midnight there.
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private record Window(Instant ends, int used) {
        Window plusOne() {
            return new Window(ends, used + 1);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(ends);
        }
    }

    private final InstantSource clock;
    private final Map<String, Window> minutes = new HashMap<>();
    private final Map<String, Window> days = new HashMap<>();
    private int perMinute = Integer.MAX_VALUE;
    private int perDay = Integer.MAX_VALUE;

    Quota(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void perMinute(int limit) {
        perMinute = limit;
    }

    synchronized void perDay(int limit) {
        perDay = limit;
    }

    /// Counts the request, unless a limit stands in its way. The minute begins with its first request.
    synchronized Optional<Exceeded> admit(String model) {
        var now = clock.instant();
        var minute = current(minutes, model, now, now.plusSeconds(60));
        var day = current(days, model, now, nextMidnight(now));
        if (day.used() >= perDay) {
            return Optional.of(new Exceeded.PerDay(perDay, Duration.between(now, day.ends())));
        }
        if (minute.used() >= perMinute) {
            return Optional.of(new Exceeded.PerMinute(perMinute, Duration.between(now, minute.ends())));
        }
        minutes.put(model, minute.plusOne());
        days.put(model, day.plusOne());
        return Optional.empty();
    }

    /// What is left of the day for a model, between 0 and 1.
    synchronized double remainingToday(String model) {
        var now = clock.instant();
        var used = current(days, model, now, nextMidnight(now)).used();
        return perDay == 0 ? 0 : Math.max(0, perDay - used) / (double) perDay;
    }

    Instant dayEnds() {
        return nextMidnight(clock.instant());
    }

    private static Window current(Map<String, Window> windows, String model, Instant now, Instant ends) {
        var window = windows.get(model);
        return window == null || window.isOver(now) ? new Window(ends, 0) : window;
    }

    private static Instant nextMidnight(Instant now) {
        return LocalDate.ofInstant(now, PACIFIC)
                .plusDays(1)
                .atStartOfDay(PACIFIC)
                .toInstant();
    }
}
