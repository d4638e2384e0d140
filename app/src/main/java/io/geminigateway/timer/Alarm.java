package io.geminigateway.timer;

import org.jspecify.annotations.Nullable;

/// Something that happens unless it is called off. On its clock's event loop.
public final class Alarm {
    private final AlarmClock clock;
    /// In ticks of the clock.
    final long due;
    /// Where its slot holds it.
    int index;

    /// Null once it has rung or was called off. A slot whose list has grown leaves its old array behind, and until the
    /// old generation is collected, all that such an array leads to counts as alive: a part of all requests.
    private @Nullable Runnable ring;

    Alarm(AlarmClock clock, Runnable ring, long due) {
        this.clock = clock;
        this.ring = ring;
        this.due = due;
    }

    /// Calls it off, if it has not rung.
    public void cancel() {
        if (ring != null) {
            ring = null;
            clock.remove(this);
        }
    }

    /// Rings, unless it was called off.
    void ring() {
        var what = ring;
        if (what != null) {
            cancel();
            what.run();
        }
    }
}
