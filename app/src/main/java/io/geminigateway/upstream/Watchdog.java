package io.geminigateway.upstream;

import io.vertx.core.Vertx;
import java.time.Duration;

/// The clock of one exchange: calls `late` when the awaited thing does not happen in time. Reads only note
/// the time; the one timer is re-armed when it fires too early, so an event costs no timer. One event loop
/// only.
final class Watchdog {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private long timer = NO_TIMER;
    private long since;
    private long limit;
    private boolean held;

    Watchdog(Vertx vertx) {
        this.vertx = vertx;
    }

    /// From now on this is awaited, and nothing else.
    void await(Duration atMost, Runnable late) {
        stop();
        limit = atMost.toNanos();
        since = System.nanoTime();
        arm(limit, late);
    }

    /// It happened: the time starts anew.
    void heard() {
        since = System.nanoTime();
    }

    /// While held, time does not count: we are the ones who are not reading.
    void hold() {
        held = true;
    }

    void release() {
        held = false;
        since = System.nanoTime();
    }

    void stop() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    private void arm(long nanos, Runnable late) {
        timer = vertx.setTimer(Math.max(1, (nanos + 999_999) / 1_000_000), _ -> fired(late));
    }

    private void fired(Runnable late) {
        timer = NO_TIMER;
        var remaining = held ? limit : limit - (System.nanoTime() - since);
        if (remaining > 0) {
            arm(remaining, late);
        } else {
            late.run();
        }
    }
}
