package io.geminigateway.relay;

import io.geminigateway.pool.RetryBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often and how fast one request may be tried again. Refusals (rate, quota, credentials) cost Google nothing, so
/// three
/// moves are immediate and later ones come slower; faults of Google's get few tries, because hammering a sick service
/// makes it sicker; and all requests pay for those from one budget. Empty means: no more.
final class Patience {
    private static final int IMMEDIATE_MOVES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration SHORTEST_TURN = Duration.ofMillis(300);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

    private final RelaySettings settings;
    private final RetryBudget retries;
    private final Instant arrived;
    private final RandomGenerator random;

    private int refusals;
    private int failures;

    /// The request has arrived.
    Patience(Commons commons, RandomGenerator random) {
        this.settings = commons.settings();
        this.retries = commons.retries();
        this.arrived = commons.clock().instant();
        this.random = random;
        retries.pay();
    }

    /// The wait before another account is asked, after one refused.
    Optional<Duration> afterRefusal(int attempts, Instant now) {
        refusals++;
        if (attempts >= settings.attempts() || Duration.between(arrived, now).compareTo(settings.refusalWindow()) > 0) {
            return Optional.empty();
        }
        if (refusals <= IMMEDIATE_MOVES) {
            return Optional.of(Duration.ZERO);
        }
        var doubled = FIRST_WAIT.multipliedBy(1L << (refusals - IMMEDIATE_MOVES - 1));
        return Optional.of(jittered(doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT));
    }

    /// The wait before another try, after Google failed. A model that is down is nobody's fault: that deserves one
    /// more.
    Optional<Duration> afterFailure(int attempts, boolean modelDown) {
        failures++;
        var most = settings.failureTries() + (modelDown ? 1 : 0);
        return failures < most && attempts < settings.attempts() && retries.spend()
                ? Optional.of(Duration.ZERO)
                : Optional.empty();
    }

    /// Whether another account may be asked beside one that is late. That is a try like those after failures, and paid
    /// like them.
    boolean beforeHedge(int attempts) {
        if (failures + 1 >= settings.failureTries() || attempts >= settings.attempts() || !retries.spend()) {
            return false;
        }
        failures++;
        return true;
    }

    /// The wait before those are asked again who have had their turn.
    Duration beforeAnotherTurn() {
        return SHORTEST_TURN.plusNanos(
                random.nextLong(LONGEST_TURN.minus(SHORTEST_TURN).toNanos()));
    }

    private Duration jittered(Duration wait) {
        return wait.dividedBy(2).plusNanos(random.nextLong(wait.toNanos() / 2));
    }
}
