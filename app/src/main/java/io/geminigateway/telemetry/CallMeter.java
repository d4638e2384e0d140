package io.geminigateway.telemetry;

import static io.geminigateway.telemetry.TelemetryNames.CALL_DURATION;

import io.geminigateway.failure.ErrorType;
import org.jspecify.annotations.Nullable;

/// HTTP requests to Google that have one path in common. The next one mostly has the labels of the last: that cell is
/// at hand. Thread-safe.
public final class CallMeter {
    private static final int LEAST_ERROR = 400;

    private final Telemetry telemetry;
    private final String template;
    private volatile @Nullable Cell last;

    CallMeter(Telemetry telemetry, String template) {
        this.telemetry = telemetry;
        this.template = template;
    }

    private record Cell(
            String method,
            Destination destination,
            int status,
            @Nullable ErrorType error,
            Spread duration) {
        boolean fits(String otherMethod, Destination other, int otherStatus, @Nullable ErrorType otherError) {
            return status == otherStatus
                    && error == otherError
                    && destination.equals(other)
                    && method.equals(otherMethod);
        }
    }

    /// A request is over. `status` is 0 where there was none; `error` is what broke it off, if anything did.
    public void ended(String method, Destination destination, int status, @Nullable ErrorType error, long nanos) {
        var cell = last;
        if (cell == null || !cell.fits(method, destination, status, error)) {
            cell = new Cell(
                    method,
                    destination,
                    status,
                    error,
                    telemetry.spread(
                            CALL_DURATION,
                            method,
                            destination.host(),
                            Integer.toString(destination.port()),
                            template,
                            status == 0 ? "" : Integer.toString(status),
                            status >= LEAST_ERROR ? Integer.toString(status) : Outcomes.label(error)));
            last = cell;
        }
        cell.duration.record(nanos);
    }
}
