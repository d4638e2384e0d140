package io.geminigateway.server;

import io.vertx.core.Vertx;
import java.time.Duration;

/// The pulse of a stream that is silent: beats after so long without a word, again and again, until it is stopped. A
/// word only notes the time; the one timer is set anew when it fires. One event loop only.
final class Heartbeat {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final long interval;
    private final Runnable beat;
    private long timer = NO_TIMER;
    private long lastWord;

    /// An interval of zero never beats.
    Heartbeat(Vertx vertx, Duration interval, Runnable beat) {
        this.vertx = vertx;
        this.interval = interval.toNanos();
        this.beat = beat;
    }

    void start() {
        if (interval > 0) {
            heard();
            arm(interval);
        }
    }

    /// Something was said: the silence begins anew.
    void heard() {
        lastWord = System.nanoTime();
    }

    void stop() {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
            timer = NO_TIMER;
        }
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, (nanos + 999_999) / 1_000_000), _ -> fired());
    }

    private void fired() {
        timer = NO_TIMER;
        var remaining = interval - (System.nanoTime() - lastWord);
        if (remaining <= 0) {
            heard();
            beat.run();
            remaining = interval;
        }
        arm(remaining);
    }
}
