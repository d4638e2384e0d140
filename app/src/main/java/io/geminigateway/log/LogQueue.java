package io.geminigateway.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Log lines on their way to standard output: gathered for a moment, then written all at once by a thread of their
/// own. A slow terminal or disk holds up no event loop: what comes while the queue is full is dropped.
public final class LogQueue extends UnsynchronizedAppenderBase<ILoggingEvent> {
    /// What logback calls it: by this name it is found again.
    public static final String NAME = "QUEUE";

    /*
     * A queue that wakes its thread for every line, which then writes that line alone, costs three system calls a
     * request: a fifth of all that a short answer costs. Here one line in a batch pays for all.
     */
    private static final int MOST = 8192;
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final PrintStream target;
    private final Object lock = new Object();

    private @Nullable Encoder<ILoggingEvent> encoder;
    private @Nullable Thread writer;
    /// Guarded by the lock, as is `waiting`.
    private List<ILoggingEvent> lines = new ArrayList<>();

    private boolean waiting = true;
    private final LongAdder dropped = new LongAdder();
    private volatile boolean stopping;

    public LogQueue() {
        this(System.out);
    }

    LogQueue(PrintStream target) {
        this.target = target;
    }

    /// How a line is spelled.
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    /// How many lines found the queue full.
    public long dropped() {
        return dropped.sum();
    }

    @Override
    public void start() {
        if (encoder == null) {
            addError("no encoder");
            return;
        }
        var spelling = encoder;
        writer = Thread.ofPlatform().daemon().name("log").start(() -> write(spelling));
        super.start();
    }

    /// Writes what is left.
    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        stopping = true;
        LockSupport.unpark(writer);
        try {
            if (writer != null) {
                writer.join(LAST_LINES);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void append(ILoggingEvent line) {
        line.prepareForDeferredProcessing();
        boolean first;
        synchronized (lock) {
            if (lines.size() == MOST) {
                dropped.increment();
                return;
            }
            lines.add(line);
            first = waiting;
            waiting = false;
        }
        if (first) {
            LockSupport.unpark(writer);
        }
    }

    private void write(Encoder<ILoggingEvent> spelling) {
        var batch = new ByteArrayOutputStream();
        while (!stopping) {
            LockSupport.park(this);
            var more = true;
            while (more && !stopping) {
                LockSupport.parkNanos(this, GATHER.toNanos());
                more = writeGathered(spelling, batch);
            }
        }
        writeGathered(spelling, batch);
    }

    /// False if there was nothing: then whoever comes first wakes this thread.
    private boolean writeGathered(Encoder<ILoggingEvent> spelling, ByteArrayOutputStream batch) {
        List<ILoggingEvent> taken;
        synchronized (lock) {
            taken = lines;
            waiting = taken.isEmpty();
            if (waiting) {
                return false;
            }
            lines = new ArrayList<>();
        }
        for (var line : taken) {
            spell(line, spelling, batch);
        }
        target.write(batch.toByteArray(), 0, batch.size());
        target.flush();
        batch.reset();
        return true;
    }

    /// One line that cannot be spelled must not cost all that follow.
    private void spell(ILoggingEvent line, Encoder<ILoggingEvent> spelling, ByteArrayOutputStream batch) {
        try {
            batch.writeBytes(spelling.encode(line));
        } catch (RuntimeException broken) {
            addError("a line was lost", broken);
        }
    }
}
