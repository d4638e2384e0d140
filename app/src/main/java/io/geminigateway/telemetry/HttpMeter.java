package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.HTTP_DURATION;
import static io.geminigateway.telemetry.TelemetryNames.HTTP_REQUEST_SIZE;
import static io.geminigateway.telemetry.TelemetryNames.HTTP_RESPONSE_SIZE;

import io.geminigateway.failure.ErrorType;
import org.jspecify.annotations.Nullable;

/// The HTTP side of one route's requests. The next one mostly has the labels of the last: those cells are at hand.
/// Thread-safe.
final class HttpMeter {
    private final Telemetry telemetry;
    private final String route;
    private volatile @Nullable Cells last;

    HttpMeter(Telemetry telemetry, String route) {
        this.telemetry = telemetry;
        this.route = route;
    }

    private record Cells(
            String method,
            int status,
            String protocol,
            @Nullable ErrorType error,
            Spread duration,
            Spread sent,
            Spread answered) {
        boolean fit(RequestFacts request) {
            return status == request.status()
                    && error == request.errorType()
                    && method.equals(request.method())
                    && protocol.equals(request.protocol());
        }
    }

    void ended(RequestFacts request) {
        var cells = last;
        if (cells == null || !cells.fit(request)) {
            cells = cells(request);
            last = cells;
        }
        cells.duration.record(request.nanos());
        cells.sent.record(request.bytesIn());
        cells.answered.record(request.bytesOut());
    }

    private Cells cells(RequestFacts request) {
        var labels = new String[] {
            request.method(),
            route,
            Integer.toString(request.status()),
            "http",
            request.protocol(),
            Outcomes.label(request.errorType())
        };
        return new Cells(
                request.method(),
                request.status(),
                request.protocol(),
                request.errorType(),
                telemetry.spread(HTTP_DURATION, labels),
                telemetry.spread(HTTP_REQUEST_SIZE, labels),
                telemetry.spread(HTTP_RESPONSE_SIZE, labels));
    }
}
