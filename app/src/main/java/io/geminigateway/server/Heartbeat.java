package io.geminigateway.server;

import io.geminigateway.timer.Alarm;
import io.geminigateway.timer.AlarmClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The pulse of a stream that is silent: beats after so long without a word, again and again, until it is stopped. A
/// word only notes the time; the one alarm is set anew when it rings. One event loop only.
final class Heartbeat {
    private final AlarmClock clock;
    private final long interval;
    private final Runnable beat;
    private @Nullable Alarm alarm;
    private long lastWord;

    /// An interval of zero never beats.
    Heartbeat(AlarmClock clock, Duration interval, Runnable beat) {
        this.clock = clock;
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
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void arm(long nanos) {
        alarm = clock.set(Duration.ofNanos(nanos), this::rung);
    }

    private void rung() {
        alarm = null;
        var remaining = interval - (System.nanoTime() - lastWord);
        if (remaining <= 0) {
            heard();
            beat.run();
            remaining = interval;
        }
        arm(remaining);
    }
}
