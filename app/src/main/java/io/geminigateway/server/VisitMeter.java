package io.geminigateway.server;

import io.geminigateway.account.Account;
import io.geminigateway.dialect.DialectCall;
import io.geminigateway.failure.ErrorType;
import io.geminigateway.gemini.Method;
import io.geminigateway.gemini.UsageMetadata;
import io.geminigateway.telemetry.ModelMeter;
import io.geminigateway.telemetry.Operation;
import io.geminigateway.telemetry.RequestFacts;
import io.geminigateway.telemetry.RouteMeter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the metrics will say of one visit. Lives on one event loop.
final class VisitMeter implements RequestFacts {
    /// Clients may make up others, and labels are not theirs to fill.
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Visit visit;
    private final RouteMeter route;
    private @Nullable ModelMeter model;
    private boolean streamed;
    private long outputTokens;

    VisitMeter(Visit visit, RouteMeter route) {
        this.visit = visit;
        this.route = route;
    }

    void asksFor(DialectCall call) {
        model = route.model(operation(call.method()), call.model().value());
    }

    private Operation operation(Method method) {
        return switch (method) {
            case GENERATE_CONTENT, STREAM_GENERATE_CONTENT -> route.usual();
            case EMBED_CONTENT, BATCH_EMBED_CONTENTS -> Operation.EMBEDDINGS;
            case COUNT_TOKENS, RESOURCE -> Operation.OTHER;
        };
    }

    ModelMeter model() {
        return Objects.requireNonNull(model, "asksFor() comes first");
    }

    /// The head of a stream is sent.
    void streams() {
        streamed = true;
        route.streams().began();
    }

    void beats() {
        route.streams().beat();
    }

    /// An answer was given, or a part of it, that cost this.
    void charge(UsageMetadata usage) {
        outputTokens += usage.output();
        model().charge(visit.head().client(), usage);
    }

    /// The visit is over.
    void count() {
        route.ended(this, model);
    }

    @Override
    public String method() {
        var name = visit.request().method().name();
        return METHODS.contains(name) ? name : "_OTHER";
    }

    @Override
    public String protocol() {
        return switch (visit.request().version()) {
            case HTTP_1_0 -> "1.0";
            case HTTP_1_1 -> "1.1";
            case HTTP_2 -> "2";
            case HTTP_3 -> "3";
        };
    }

    @Override
    public int status() {
        return visit.status();
    }

    @Override
    public @Nullable ErrorType errorType() {
        return visit.errorType();
    }

    @Override
    public long nanos() {
        return visit.nanos();
    }

    @Override
    public long firstByteNanos() {
        return visit.firstByteNanos();
    }

    @Override
    public boolean streamed() {
        return streamed;
    }

    @Override
    public long bytesIn() {
        return visit.request().bytesRead();
    }

    @Override
    public long bytesOut() {
        return visit.response().bytesWritten();
    }

    @Override
    public int attempts() {
        var serving = visit.serving();
        return serving == null ? 0 : serving.attempts();
    }

    @Override
    public @Nullable Account account() {
        var serving = visit.serving();
        return serving == null ? null : serving.account().orElse(null);
    }

    @Override
    public long outputTokens() {
        return outputTokens;
    }
}
