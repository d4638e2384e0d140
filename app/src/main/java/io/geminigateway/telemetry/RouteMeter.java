package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.AUTH_FAILURES;
import static io.geminigateway.telemetry.TelemetryNames.REJECTED;
import static io.geminigateway.telemetry.TelemetryNames.REQUESTS;
import static io.geminigateway.telemetry.TelemetryNames.REQUEST_ERRORS;

import io.geminigateway.failure.ErrorType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The requests that come by one route. Thread-safe.
public final class RouteMeter {
    private final Telemetry telemetry;
    private final String dialect;
    private final Operation usual;
    private final boolean clients;
    private final StreamMeter streams;
    private final HttpMeter http;
    private final Map<Operation, Map<String, ModelMeter>> models = new EnumMap<>(Operation.class);

    RouteMeter(Telemetry telemetry, String dialect, Operation usual, String route, boolean clients) {
        this.telemetry = telemetry;
        this.dialect = dialect;
        this.usual = usual;
        this.clients = clients;
        this.streams = new StreamMeter(telemetry, dialect);
        this.http = new HttpMeter(telemetry, route);
        for (var operation : Operation.values()) {
            models.put(operation, new ConcurrentHashMap<>());
        }
    }

    public StreamMeter streams() {
        return streams;
    }

    /// What requests by this route ask for, unless they say otherwise.
    public Operation usual() {
        return usual;
    }

    /// The meter of this model, or of all that are not known.
    public ModelMeter model(Operation operation, String model) {
        var known = of(operation);
        var meter = known.get(model);
        return meter == null
                ? known.computeIfAbsent(
                        telemetry.model(model), label -> new ModelMeter(telemetry, dialect, operation, label))
                : meter;
    }

    /// A request is over; without a `model` if it did not get as far as to name one.
    public void ended(RequestFacts request, @Nullable ModelMeter model) {
        http.ended(request);
        if (clients) {
            count(request, model);
        }
    }

    private void count(RequestFacts request, @Nullable ModelMeter model) {
        var error = request.errorType();
        if (model != null) {
            model.ended(request);
        } else {
            telemetry.count(REQUESTS, dialect, usual.wireName(), Outcomes.ofRequest(error));
        }
        if (request.streamed()) {
            streams.ended(error);
        }
        if (error != null) {
            failed(error, request);
        }
    }

    private void failed(ErrorType error, RequestFacts request) {
        telemetry.count(REQUEST_ERRORS, error.wireName(), error.blame().name().toLowerCase(Locale.ROOT));
        if (error == ErrorType.UNAUTHENTICATED) {
            telemetry.count(AUTH_FAILURES, "api", error.wireName());
        } else if (error == ErrorType.GATEWAY_OVERLOADED) {
            telemetry.count(REJECTED, "memory"); // of request bodies: nothing else overloads it
        } else if (error == ErrorType.GATEWAY_SHUTTING_DOWN && request.attempts() == 0) {
            telemetry.count(REJECTED, "shutdown");
        }
    }

    private Map<String, ModelMeter> of(Operation operation) {
        var known = models.get(operation);
        if (known == null) {
            throw new IllegalStateException("there is a map for each operation");
        }
        return known;
    }
}
