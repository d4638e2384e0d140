package io.geminigateway.relay;

import java.time.Duration;

/// How patient the relay is. `streamTotal` and `wholeTotal` bound a request from its first attempt to its last byte;
/// `refusalWindow` bounds the moves after refusals (rate, quota, credentials), counted from the request's arrival.
/// `failureTries` counts the attempts that met a fault of Google's (5xx, timeout, broken answer); `attempts` counts
/// all.
public record RelaySettings(
        Duration streamTotal, Duration wholeTotal, Duration refusalWindow, int failureTries, int attempts) {

    public static final RelaySettings DEFAULT =
            new RelaySettings(Duration.ofSeconds(900), Duration.ofSeconds(600), Duration.ofSeconds(10), 3, 12);
}
