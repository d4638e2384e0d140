package io.geminigateway.telemetry;

/// What tests count into.
public final class TestTelemetry {
    static final Destination GOOGLE = new Destination("google.example", 443);

    private TestTelemetry() {}

    /// Knows every model.
    public static Telemetry fresh() {
        return new Telemetry(_ -> true, _ -> GOOGLE);
    }
}
