package io.geminigateway.timer;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The alarms of one event loop. They ring up to a tick late, and never early; to set one and to call it off costs next
/// to nothing, and that is what happens to nearly all of them. One event loop only.
public final class AlarmClock {
    /*
     * A timer of the event loop's own costs a microsecond and half a kilobyte, and a request has four. This is the
     * hashed wheel of Varghese and Lauck, Hashed and Hierarchical Timing Wheels, 1987, scheme 6: a slot holds the
     * alarms of one tick, whichever turn of the wheel they are due in. It turns only while an alarm is set.
     */
    static final Duration TICK = Duration.ofMillis(50);
    private static final int SLOTS = 512;

    private final Vertx vertx;
    private final List<List<Alarm>> slots = Stream.generate(() -> (List<Alarm>) new ArrayList<Alarm>(0))
            .limit(SLOTS)
            .toList();
    private final long start = System.nanoTime();
    private long at;
    private int alarms;
    private boolean turning;

    public AlarmClock(Vertx vertx) {
        this.vertx = vertx;
    }

    public Alarm set(Duration after, Runnable ring) {
        if (!turning) {
            turning = true;
            at = ticks(System.nanoTime());
            vertx.setPeriodic(TICK.toMillis(), this::turn);
        }
        var due = ticks(System.nanoTime() + Math.max(after.toNanos(), 0)) + 1;
        var alarm = new Alarm(this, ring, Math.max(due, at + 1));
        var slot = slot(alarm.due);
        alarm.index = slot.size();
        slot.add(alarm);
        alarms++;
        return alarm;
    }

    void remove(Alarm alarm) {
        alarms--;
        var slot = slot(alarm.due);
        var last = slot.removeLast();
        if (last != alarm) {
            last.index = alarm.index;
            slot.set(alarm.index, last);
        }
    }

    private void turn(long timer) {
        var now = ticks(System.nanoTime());
        at = Math.max(at, now - SLOTS); // after a long pause every slot is looked into once
        while (at < now) {
            at++;
            ring(slot(at));
        }
        if (alarms == 0) {
            turning = false;
            vertx.cancelTimer(timer);
        }
    }

    /// What rings may set alarms and call others off, those of this slot too.
    private void ring(List<Alarm> slot) {
        if (slot.isEmpty()) {
            return;
        }
        for (var alarm : slot.stream().filter(alarm -> alarm.due <= at).toList()) {
            alarm.ring();
        }
    }

    private long ticks(long nanoTime) {
        return (nanoTime - start) / TICK.toNanos();
    }

    private List<Alarm> slot(long tick) {
        return slots.get((int) (tick % SLOTS));
    }
}
