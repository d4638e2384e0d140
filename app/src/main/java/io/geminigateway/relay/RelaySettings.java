package io.geminigateway.relay;

import io.geminigateway.pool.RetryBudget;
import io.geminigateway.pool.WaitingRoom;
import java.time.Duration;

/// How patient the relay is. `streamTotal` and `wholeTotal` bound a request from its first attempt to its last byte;
/// `refusalWindow` bounds the moves after refusals (rate, quota, credentials), counted from the request's arrival.
/// `failureTries` counts the attempts that met a fault of Google's (5xx, timeout, broken answer); `attempts` counts
/// all. `retries` is what all requests together may spend on further tries after such faults;
/// `waiting` tells how long a request may wait until an account is back; `hedges`, what is done about a late answer.
public record RelaySettings(
        Duration streamTotal,
        Duration wholeTotal,
        Duration refusalWindow,
        int failureTries,
        int attempts,
        RetryBudget.Settings retries,
        WaitingRoom.Settings waiting,
        HedgeSettings hedges) {

    public static final RelaySettings DEFAULT = new RelaySettings(
            Duration.ofSeconds(900),
            Duration.ofSeconds(600),
            Duration.ofSeconds(10),
            3,
            12,
            RetryBudget.Settings.standard(),
            WaitingRoom.Settings.standard(),
            HedgeSettings.standard(false));

    /// The same, with other totals.
    public RelaySettings totalling(Duration stream, Duration whole) {
        return new RelaySettings(stream, whole, refusalWindow, failureTries, attempts, retries, waiting, hedges);
    }

    /// The same, with another patience of those who wait.
    public RelaySettings waiting(WaitingRoom.Settings other) {
        return new RelaySettings(
                streamTotal, wholeTotal, refusalWindow, failureTries, attempts, retries, other, hedges);
    }

    /// The same, with another budget.
    public RelaySettings retrying(RetryBudget.Settings other) {
        return new RelaySettings(
                streamTotal, wholeTotal, refusalWindow, failureTries, attempts, other, waiting, hedges);
    }

    /// The same, with other hedges.
    public RelaySettings hedging(HedgeSettings other) {
        return new RelaySettings(
                streamTotal, wholeTotal, refusalWindow, failureTries, attempts, retries, waiting, other);
    }
}
