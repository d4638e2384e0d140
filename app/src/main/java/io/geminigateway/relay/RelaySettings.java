package io.geminigateway.relay;

import io.geminigateway.pool.RetryBudget;
import java.time.Duration;

/// How patient the relay is. `streamTotal` and `wholeTotal` bound a request from its first attempt to its last byte;
/// `refusalWindow` bounds the moves after refusals (rate, quota, credentials), counted from the request's arrival.
/// `failureTries` counts the attempts that met a fault of Google's (5xx, timeout, broken answer); `attempts` counts
/// all. `retries` is what all requests together may spend on further tries after such faults.
public record RelaySettings(
        Duration streamTotal,
        Duration wholeTotal,
        Duration refusalWindow,
        int failureTries,
        int attempts,
        RetryBudget.Settings retries) {

    public static final RelaySettings DEFAULT = new RelaySettings(
            Duration.ofSeconds(900),
            Duration.ofSeconds(600),
            Duration.ofSeconds(10),
            3,
            12,
            RetryBudget.Settings.standard());

    /// The same, with other totals.
    public RelaySettings totalling(Duration stream, Duration whole) {
        return new RelaySettings(stream, whole, refusalWindow, failureTries, attempts, retries);
    }

    /// The same, with another budget.
    public RelaySettings retrying(RetryBudget.Settings other) {
        return new RelaySettings(streamTotal, wholeTotal, refusalWindow, failureTries, attempts, other);
    }
}
