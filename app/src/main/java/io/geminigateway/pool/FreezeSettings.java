package io.geminigateway.pool;

import java.time.Duration;

/// How long accounts rest.
/// - `rateLimit`: pauses after a rate limit that named no delay; quotas are per minute.
/// - `crowd`, `crowdPause`: with so many calls open, the limit is on calls at once, and a place is free very soon.
/// - `margin`, `longestMargin`: added to a delay that Google named, by chance, against a stampede at its end.
/// - `longestDelay`: no honest delay is longer; a broken one must not cost an account.
/// - `dayMargin`: added to the end of a daily quota, by chance.
/// - `dayProbe`: a daily quota whose end is only inferred is looked at this often.
/// - `streak`: so many server errors, timeouts or broken answers in a row freeze the account for that model.
/// - `failures`: pauses after these.
/// - `auth`: pause after a first refused credential; time for a refresh to reach everybody.
/// - `denied`: licences and access lists change rarely.
public record FreezeSettings(
        Backoff rateLimit,
        int crowd,
        Duration crowdPause,
        double margin,
        Duration longestMargin,
        Duration longestDelay,
        Duration dayMargin,
        Duration dayProbe,
        int streak,
        Backoff failures,
        Duration auth,
        Duration denied) {
    public static FreezeSettings standard() {
        return new FreezeSettings(
                new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1)),
                3,
                Duration.ofMillis(700),
                0.05,
                Duration.ofMillis(250),
                Duration.ofDays(2),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                1,
                new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(2)),
                Duration.ofMinutes(1),
                Duration.ofHours(6));
    }
}
