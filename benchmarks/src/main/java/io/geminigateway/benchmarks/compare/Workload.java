package io.geminigateway.benchmarks.compare;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The traffic that is measured. `events` counts the parts of an answer that carry text.
enum Workload {
    UNARY("unary", "whole answer", 1, Duration.ZERO, null, Question.SHORT),
    LATE("late", "whole answer after 50 ms", 1, Duration.ofMillis(50), null, Question.SHORT),
    PACED("paced", "paced stream", 64, Duration.ofMillis(20), null, Question.SHORT),
    BURST("burst", "burst stream", 64, Duration.ZERO, null, Question.SHORT),
    PROMPT_10K("prompt10k", "prompt of 10 KB", 1, Duration.ZERO, 8, Question.KB_10),
    PROMPT_100K("prompt100k", "prompt of 100 KB", 1, Duration.ZERO, 8, Question.KB_100),
    PROMPT_1M("prompt1m", "prompt of 1 MB", 1, Duration.ZERO, 8, Question.MB_1),
    PICTURE_1M("picture1m", "picture of 1 MB", 1, Duration.ZERO, 8, Question.PICTURE_1M),
    HISTORY("history", "history of 1,000 messages", 1, Duration.ZERO, 8, Question.MESSAGES_1000),
    MANY_1000("many1000", "1,000 open streams", 64, Duration.ofMillis(250), 1000, Question.SHORT),
    MANY_2000("many2000", "2,000 open streams", 64, Duration.ofMillis(250), 2000, Question.SHORT),
    MANY_5000("many5000", "5,000 open streams", 64, Duration.ofMillis(500), 5000, Question.SHORT),
    MANY_9500("many9500", "9,500 open streams", 64, Duration.ofSeconds(1), 9500, Question.SHORT),
    HEAD_OF_LINE("headofline", "small requests beside one of 1 MB a second", 1, Duration.ZERO, null, Question.SHORT),
    SLOW_READERS("slowreader", "small requests beside slow readers", 20_000, Duration.ZERO, null, Question.SHORT),
    FAULTS("faults", "faults upstream, half the clients leave", 8, Duration.ofMillis(5), null, Question.SHORT),
    CANCEL("cancel", "clients that leave", 64, Duration.ofMillis(20), null, Question.SHORT),
    SOAK("soak", "an even load for a long time", 64, Duration.ofMillis(20), 50, Question.SHORT);

    private final String id;
    private final String title;
    private final int events;
    private final Duration pace;
    private final @Nullable Integer clients;
    private final Question question;

    Workload(String id, String title, int events, Duration pace, @Nullable Integer clients, Question question) {
        this.id = id;
        this.title = title;
        this.events = events;
        this.pace = pace;
        this.clients = clients;
        this.question = question;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /// What the processor time is divided by.
    String unit() {
        return streaming() ? "event" : "request";
    }

    int events() {
        return events;
    }

    /// The time between two events, or before a whole answer; zero for all at once.
    Duration pace() {
        return pace;
    }

    Question question() {
        return question;
    }

    boolean streaming() {
        return events > 1;
    }

    /// Whether the mock takes its time.
    boolean slow() {
        return !pace.isZero();
    }

    /// Whether it is there to show what an open stream costs in memory.
    boolean crowded() {
        return backdrop() == Backdrop.PACED && clients != null;
    }

    /// Whether little happens in a second of it: a crowd's events are far between, and some load is light.
    boolean sparse() {
        return crowded() || this == HEAD_OF_LINE || this == SLOW_READERS || this == FAULTS;
    }

    /// How many clients there are, unless the plan says so.
    int clients(int planned) {
        return clients == null ? planned : clients;
    }

    /// Whether other gateways take part, too.
    boolean compared() {
        return this == UNARY || this == PACED || this == BURST;
    }

    /// What the pretend Google does meanwhile.
    Backdrop backdrop() {
        return switch (this) {
            case UNARY, BURST, PROMPT_10K, PROMPT_100K, PROMPT_1M, PICTURE_1M, HISTORY, HEAD_OF_LINE -> Backdrop.CANNED;
            case PACED, LATE, MANY_1000, MANY_2000, MANY_5000, MANY_9500 -> Backdrop.PACED;
            case SLOW_READERS -> Backdrop.LONG;
            case FAULTS -> Backdrop.FAULTY;
            case CANCEL -> Backdrop.SILENT;
            case SOAK -> Backdrop.STEADY;
        };
    }

    /// What warms up for it: for a crowd, few streams, or its memory would have been taken before it came.
    Workload calmer() {
        return switch (this) {
            case LATE, HEAD_OF_LINE, SLOW_READERS, CANCEL -> UNARY;
            case MANY_1000, MANY_2000, MANY_5000, MANY_9500, SOAK -> PACED;
            default -> this;
        };
    }

    /// The first one gives the processor time.
    List<Probe> probes() {
        return switch (this) {
            case UNARY -> List.of(Probe.FULL, Probe.ALONE, Probe.OPEN);
            case BURST -> List.of(Probe.FULL, Probe.ALONE);
            default -> List.of(Probe.FULL);
        };
    }
}
