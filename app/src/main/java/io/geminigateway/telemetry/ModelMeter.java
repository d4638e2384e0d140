package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.FIRST_TOKEN;
import static io.geminigateway.telemetry.TelemetryNames.REJECTED;
import static io.geminigateway.telemetry.TelemetryNames.REQUESTS;
import static io.geminigateway.telemetry.TelemetryNames.REQUEST_ATTEMPTS;
import static io.geminigateway.telemetry.TelemetryNames.REQUEST_DURATION;
import static io.geminigateway.telemetry.TelemetryNames.SELECTION;
import static io.geminigateway.telemetry.TelemetryNames.STARVATION;
import static io.geminigateway.telemetry.TelemetryNames.TOKENS;
import static io.geminigateway.telemetry.TelemetryNames.TOKEN_TIME;

import io.geminigateway.account.Account;
import io.geminigateway.gemini.UsageMetadata;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What is asked of one model, in one dialect and for one purpose. Keeps the cells of what goes well; what goes wrong
/// looks for its own. Thread-safe.
public final class ModelMeter {
    private static final int KEY_ID = 8;
    private static final String NO_KEY = "none";

    private final Telemetry telemetry;
    private final String dialect;
    private final Operation operation;
    private final String model;
    private final LongAdder good;
    private final Spread goodAttempts;
    private final Spread picked;
    private final Map<String, Served> served = new ConcurrentHashMap<>();
    private final Map<String, Charged> charged = new ConcurrentHashMap<>();
    private final Map<String, AttemptMeter> attempts = new ConcurrentHashMap<>();

    ModelMeter(Telemetry telemetry, String dialect, Operation operation, String model) {
        this.telemetry = telemetry;
        this.dialect = dialect;
        this.operation = operation;
        this.model = model;
        good = telemetry.counter(REQUESTS, dialect, operation.wireName(), Outcomes.OK);
        goodAttempts = telemetry.spread(REQUEST_ATTEMPTS, Outcomes.OK);
        picked = telemetry.spread(SELECTION, "picked");
    }

    private record Served(Spread duration, Spread firstToken, Spread tokenTime) {}

    private record Charged(LongAdder input, LongAdder output, LongAdder cached, LongAdder reasoning) {}

    /// The meter of the attempts with this account.
    public AttemptMeter attempt(Account account) {
        var id = account.id().value();
        var meter = attempts.get(id);
        if (meter == null || !meter.isOf(account)) {
            meter = new AttemptMeter(telemetry, operation, model, account);
            attempts.put(id, meter);
        }
        return meter;
    }

    /// The pool was asked for an account, and had one or not.
    public void chosen(boolean found, long nanos) {
        if (found) {
            picked.record(nanos);
        } else {
            telemetry.time(SELECTION, nanos, "none");
        }
    }

    /// The pool had no account, and there was nothing to wait for.
    public void starved() {
        telemetry.count(STARVATION, model);
    }

    /// Too many wait for an account already.
    public void turnedAway() {
        telemetry.count(REJECTED, "queue_full");
    }

    /// An answer was given. `client` names the key that it goes on, empty where none is asked for.
    public void charge(String client, UsageMetadata usage) {
        var known = charged.get(client);
        var cells = known == null ? charged.computeIfAbsent(client, this::chargedTo) : known;
        cells.input.add(usage.input());
        cells.output.add(usage.output());
        cells.cached.add(usage.cached());
        cells.reasoning.add(usage.reasoning());
    }

    void ended(RequestFacts request) {
        if (request.errorType() != null) {
            failed(request);
            return;
        }
        good.increment();
        if (request.attempts() > 0) {
            goodAttempts.record(request.attempts());
        }
        if (operation != Operation.OTHER) {
            served(request);
        }
    }

    private void served(RequestFacts request) {
        var provider = Providers.of(request.account());
        var known = served.get(provider);
        var cells = known == null ? served.computeIfAbsent(provider, this::servedBy) : known;
        cells.duration.record(request.nanos());
        if (request.streamed() && request.firstByteNanos() >= 0) {
            cells.firstToken.record(request.firstByteNanos());
            if (request.outputTokens() > 1) {
                cells.tokenTime.record((request.nanos() - request.firstByteNanos()) / (request.outputTokens() - 1));
            }
        }
    }

    private void failed(RequestFacts request) {
        var outcome = Outcomes.ofRequest(request.errorType());
        telemetry.count(REQUESTS, dialect, operation.wireName(), outcome);
        if (request.attempts() > 0) {
            telemetry.spread(REQUEST_ATTEMPTS, outcome).record(request.attempts());
        }
        if (operation != Operation.OTHER) {
            telemetry.time(
                    REQUEST_DURATION,
                    request.nanos(),
                    operation.wireName(),
                    Providers.of(request.account()),
                    model,
                    Outcomes.label(request.errorType()));
        }
    }

    private Served servedBy(String provider) {
        var labels = new String[] {operation.wireName(), provider, model, Outcomes.label(null)};
        return new Served(
                telemetry.spread(REQUEST_DURATION, labels),
                telemetry.spread(FIRST_TOKEN, labels),
                telemetry.spread(TOKEN_TIME, labels));
    }

    private Charged chargedTo(String client) {
        var key = client.isEmpty() ? NO_KEY : client.substring(0, Math.min(KEY_ID, client.length()));
        return new Charged(
                telemetry.counter(TOKENS, key, model, "input"),
                telemetry.counter(TOKENS, key, model, "output"),
                telemetry.counter(TOKENS, key, model, "cached"),
                telemetry.counter(TOKENS, key, model, "reasoning"));
    }
}
