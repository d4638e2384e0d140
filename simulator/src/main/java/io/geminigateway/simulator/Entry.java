package io.geminigateway.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request the simulator was asked, and how it went. What was asked never changes; how it goes is written
/// by one event loop and may be read by any thread.
public final class Entry {
    /// What was wanted.
    public enum Kind {
        GENERATE,
        STREAM,
        COUNT_TOKENS,
        EMBED,
        MODELS,
        UPLOAD,
        FILES,
        CACHES,
        TOKEN_REFRESH,
        TOKEN_CODE,
        TOKEN_JWT,
        CONSENT,
        LOAD_CODE_ASSIST,
        ONBOARD,
        OPERATION,
        OTHER
    }

    /// Which of Google's services was asked.
    public enum Service {
        GEMINI_API,
        CODE_ASSIST,
        VERTEX,
        OAUTH
    }

    /// How the exchange ended.
    public enum End {
        RUNNING,
        ANSWERED,
        CUT_BY_US,
        CLIENT_LEFT
    }

    private record Outcome(End end, @Nullable Instant at) {}

    private final Asked asked;
    private volatile int status;
    private volatile int eventsSent;
    private volatile Outcome outcome = new Outcome(End.RUNNING, null);

    Entry(Asked asked) {
        this.asked = asked;
    }

    public Kind kind() {
        return asked.route().kind();
    }

    public Service service() {
        return asked.route().service();
    }

    /// Whose credential it came with, even if that had expired.
    public Optional<String> account() {
        return Optional.ofNullable(asked.account());
    }

    public Optional<String> model() {
        return Optional.ofNullable(asked.model());
    }

    public String method() {
        return asked.method();
    }

    /// Path and query, as sent.
    public String path() {
        return asked.path();
    }

    /// Every header; names in any case.
    public Map<String, List<String>> headers() {
        return asked.headers();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name)).map(List::getFirst);
    }

    public String body() {
        return asked.body().toString();
    }

    /// `HTTP/1.1` or `HTTP/2`.
    public String protocol() {
        return asked.protocol();
    }

    public Instant arrived() {
        return asked.arrived();
    }

    /// The status sent; 0 before the head was.
    public int status() {
        return status;
    }

    /// Events written to the end; an answer that does not stream counts as one.
    public int eventsSent() {
        return eventsSent;
    }

    public End end() {
        return outcome.end();
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(outcome.at());
    }

    void answering(int newStatus) {
        status = newStatus;
    }

    void sent(int events) {
        eventsSent = events;
    }

    /// The first ending counts: a connection we cut also looks like a client that left.
    void ended(End how, Instant now) {
        if (isRunning()) {
            outcome = new Outcome(how, now);
        }
    }

    boolean isRunning() {
        return outcome.end() == End.RUNNING;
    }

    @Override
    public String toString() {
        return "%s %s %s account=%s status=%d events=%d %s"
                .formatted(kind(), method(), path(), account().orElse("-"), status, eventsSent, end());
    }
}
