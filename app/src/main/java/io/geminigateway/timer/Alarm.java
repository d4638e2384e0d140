package io.geminigateway.timer;

/// Something that happens unless it is called off. On its clock's event loop.
public final class Alarm {
    private final AlarmClock clock;
    final Runnable ring;
    /// In ticks of the clock.
    final long due;
    /// Where its slot holds it.
    int index;

    boolean set = true;

    Alarm(AlarmClock clock, Runnable ring, long due) {
        this.clock = clock;
        this.ring = ring;
        this.due = due;
    }

    /// Calls it off, if it has not rung.
    public void cancel() {
        if (set) {
            clock.remove(this);
        }
    }
}
