package io.geminigateway.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long Google asks us to stay away, from whichever of its many places says so best.
final class RetryDelay {
    /// No per-minute limit lasts longer.
    static final Duration LONGEST_RATE_LIMIT = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String DURATION = "((?:\\d{1,9}(?:\\.\\d{1,12})?(?:ms|[dhms]))+)";
    private static final Pattern UNIT = Pattern.compile("(\\d{1,9})(\\.\\d{1,12})?(ms|[dhms])");
    private static final Pattern WHOLE = Pattern.compile(DURATION);
    private static final Pattern RESET_AFTER = Pattern.compile("reset after " + DURATION);
    private static final Pattern RETRY_IN = Pattern.compile("retry in " + DURATION);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final GoogleError error;
    private final @Nullable String retryAfter;
    private final Instant now;

    /// `retryAfter` is the header of that name.
    RetryDelay(GoogleError error, @Nullable String retryAfter, Instant now) {
        this.error = error;
        this.retryAfter = retryAfter;
        this.now = now;
    }

    /// The best known delay.
    Optional<Duration> best() {
        return retryInfo()
                .or(this::resetTime)
                .or(this::resetDelay)
                .or(() -> find(RESET_AFTER))
                .or(() -> find(RETRY_IN))
                .or(this::header)
                .map(RetryDelay::withinReason);
    }

    /// For a quota of the day: Google also sends the short delay of a rate limit then, which is not to be
    /// believed.
    Optional<Duration> untilReset() {
        return resetTime()
                .or(this::resetDelay)
                .or(() -> find(RESET_AFTER))
                .map(RetryDelay::withinReason)
                .or(() -> best().filter(delay -> delay.compareTo(LONGEST_RATE_LIMIT) > 0));
    }

    private static Duration withinReason(Duration delay) {
        if (delay.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private Optional<Duration> retryInfo() {
        return error.retryDelay().flatMap(RetryDelay::parse);
    }

    private Optional<Duration> resetTime() {
        return error.metadata("quotaResetTimeStamp").flatMap(this::untilInstant);
    }

    private Optional<Duration> resetDelay() {
        return error.metadata("quotaResetDelay").flatMap(RetryDelay::parse);
    }

    private Optional<Duration> header() {
        if (retryAfter == null) {
            return Optional.empty();
        }
        var value = retryAfter.strip();
        return SECONDS.matcher(value).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : untilDate(value);
    }

    private Optional<Duration> untilInstant(String text) {
        try {
            return Optional.of(Duration.between(now, Instant.parse(text)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Duration> untilDate(String text) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Duration> find(Pattern where) {
        var found = where.matcher(error.message());
        return found.find() ? parse(found.group(1)) : Optional.empty();
    }

    /// `19h14m47s`, `0.539477544s`, `539.477544ms`.
    static Optional<Duration> parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        var sum = Duration.ZERO;
        for (var unit = UNIT.matcher(text); unit.find(); ) {
            var one = lengthOf(unit.group(3));
            var fraction = unit.group(2) == null ? 0 : Double.parseDouble(unit.group(2));
            sum = sum.plus(one.multipliedBy(Long.parseLong(unit.group(1))))
                    .plusNanos(Math.round(one.toNanos() * fraction));
        }
        return Optional.of(sum);
    }

    private static Duration lengthOf(String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(1);
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            case "s" -> Duration.ofSeconds(1);
            default -> Duration.ofMillis(1);
        };
    }
}
