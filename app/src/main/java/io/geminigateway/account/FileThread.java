package io.geminigateway.account;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One virtual thread that does the work on files, a task at a time and in order.
final class FileThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FileThread.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("accounts").factory());

    void every(Duration interval, Runnable task) {
        var _ = executor.scheduleWithFixedDelay(
                () -> safely(task), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Soon; false when it is too late for that.
    boolean execute(Runnable task) {
        try {
            executor.execute(() -> safely(task));
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /// Returns when the task is done, and everything that was handed over before it.
    void await(Runnable task) {
        try {
            executor.submit(task).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while working on files", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("unexpected failure on files", failed.getCause());
        }
    }

    /// Does what was handed over and no more.
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("Gave up on saving accounts: the disk has not answered for {} s", CLOSING.toSeconds());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A bug in one task must not end those that repeat.
    static void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            log.error("Unexpected failure on the accounts folder", bug);
        }
    }
}
