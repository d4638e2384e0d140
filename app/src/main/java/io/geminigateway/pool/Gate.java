package io.geminigateway.pool;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Whether calls may pass: all, none until a time, and from then on probes until one succeeds: one at a time until it
/// begins to answer. Frozen and opened under the account's monitor; entered and left by any thread. Times are the
/// clock's milliseconds.
final class Gate {
    private static final long NO_PROBE = Long.MIN_VALUE;

    private final AtomicLong probeSince = new AtomicLong(NO_PROBE);
    private final long lostAfter;
    private volatile @Nullable Freeze freeze;
    private boolean thawTold;

    Gate(ProbeSettings settings) {
        this.lostAfter = settings.lost().toMillis();
    }

    enum Pass {
        FREE,
        /// The only call that may pass: it finds out whether the freeze is over.
        PROBE,
        NONE
    }

    @Nullable
    Freeze freeze() {
        return freeze;
    }

    boolean open() {
        return freeze == null;
    }

    /// Half open: the freeze may be over, and no probe is under way.
    boolean awaitsProbe(long now) {
        var current = freeze;
        return current != null && thawed(current, now) && !probing(now);
    }

    boolean admits(long now) {
        return open() || awaitsProbe(now);
    }

    Pass enter(long now) {
        var current = freeze;
        if (current == null) {
            return Pass.FREE;
        }
        var before = probeSince.get();
        var passes = thawed(current, now) && !running(before, now) && probeSince.compareAndSet(before, now);
        return passes ? Pass.PROBE : Pass.NONE;
    }

    /// The probe that entered at `entered` has ended, or begun to answer: the next one may go.
    void leave(long entered) {
        probeSince.compareAndSet(entered, NO_PROBE);
    }

    /// Closes the gate; false if it is closed for longer already.
    boolean close(Freeze next, long now) {
        var current = freeze;
        if (current != null && !thawed(current, now) && !current.until().isBefore(next.until())) {
            return false;
        }
        freeze = next;
        thawTold = false;
        return true;
    }

    /// Lets probes pass from now on.
    void hasten(long now) {
        var current = freeze;
        if (current != null && !thawed(current, now)) {
            freeze = current.probedFrom(Instant.ofEpochMilli(now));
        }
    }

    /// Opens the gate. The freeze that ended, if nobody was told of its end before.
    @Nullable
    Freeze reopen() {
        var ended = thawTold ? null : freeze;
        freeze = null;
        return ended;
    }

    /// The freeze that is over by now, the first time that this is asked after its end.
    @Nullable
    Freeze overSince(long now) {
        var current = freeze;
        if (current == null || thawTold || !thawed(current, now)) {
            return null;
        }
        thawTold = true;
        return current;
    }

    PoolSnapshot.State state(long now) {
        var current = freeze;
        if (current == null) {
            return PoolSnapshot.State.ACTIVE;
        }
        return thawed(current, now) ? PoolSnapshot.State.PROBING : PoolSnapshot.State.FROZEN;
    }

    private boolean probing(long now) {
        return running(probeSince.get(), now);
    }

    private boolean running(long since, long now) {
        return since != NO_PROBE && now - since < lostAfter;
    }

    private static boolean thawed(Freeze freeze, long now) {
        return now >= freeze.probeFrom().toEpochMilli();
    }
}
