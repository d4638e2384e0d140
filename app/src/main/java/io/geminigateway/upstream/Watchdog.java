package io.geminigateway.upstream;

import io.geminigateway.timer.Alarm;
import io.geminigateway.timer.AlarmClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The clock of one exchange: calls `late` when the awaited thing does not happen in time. Reads only note
/// the time; the one alarm is set anew when it rings too early, so an event costs none. One event loop
/// only.
final class Watchdog {
    private final AlarmClock clock;
    private @Nullable Alarm alarm;
    private long since;
    private long limit;
    private boolean held;

    Watchdog(AlarmClock clock) {
        this.clock = clock;
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
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void arm(long nanos, Runnable late) {
        alarm = clock.set(Duration.ofNanos(nanos), () -> rung(late));
    }

    private void rung(Runnable late) {
        alarm = null;
        var remaining = held ? limit : limit - (System.nanoTime() - since);
        if (remaining > 0) {
            arm(remaining, late);
        } else {
            late.run();
        }
    }
}
