package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What the clients saw during one window. Belongs to the load's event loop until it is handed out.
final class Tally {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Histogram latency = new Histogram(LONGEST, 3);
    private final Histogram firstMark = new Histogram(LONGEST, 3);
    private final Histogram lag = new Histogram(LONGEST, 3);
    private long answers;
    private long marks;
    private long failures;
    private long departures;
    private @Nullable String complaint;

    void answer(long nanoseconds) {
        answers++;
        record(latency, nanoseconds);
    }

    void firstMark(long nanoseconds) {
        record(firstMark, nanoseconds);
    }

    /// A mark that says when it was written.
    void lag(long nanoseconds) {
        record(lag, nanoseconds);
    }

    void mark() {
        marks++;
    }

    void failure(String text) {
        failures++;
        complaint = complaint == null ? text : complaint;
    }

    /// A client that did not wait for its answer.
    void departure() {
        departures++;
    }

    private static void record(Histogram histogram, long nanoseconds) {
        histogram.recordValue(Math.clamp(nanoseconds, 0, LONGEST));
    }

    long answers() {
        return answers;
    }

    long marks() {
        return marks;
    }

    /// What processor time is divided by: events or answers.
    long units(Workload workload) {
        return workload.streaming() ? marks : answers;
    }

    long failures() {
        return failures;
    }

    long departures() {
        return departures;
    }

    /// About the first failure, when there was one.
    @Nullable
    String complaint() {
        return complaint;
    }

    /// From the intended time of sending to the end of the answer, in nanoseconds.
    Histogram latency() {
        return latency;
    }

    /// To the first mark of an answer.
    Histogram firstMark() {
        return firstMark;
    }

    /// Between the mock's clock in a mark and its arrival.
    Histogram lag() {
        return lag;
    }
}
