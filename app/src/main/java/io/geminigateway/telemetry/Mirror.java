package io.geminigateway.telemetry;

/// Tells a scrape what somebody knows at that moment anyway, so that nobody has to count it on the way. On the thread
/// of the scrape.
@FunctionalInterface
public interface Mirror {
    void tell(Sheet sheet);
}
