package io.geminigateway.telemetry;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// All that is known as a scraper reads it: Prometheus' text, or OpenMetrics for who asks for that. Made for the first
/// scrape, because it brings some hundred classes with it. Thread-safe.
public final class Exposition {
    private static final ExpositionFormatWriter OPEN_METRICS =
            OpenMetricsTextFormatWriter.builder().build();
    private static final ExpositionFormatWriter PROMETHEUS =
            PrometheusTextFormatWriter.builder().build();

    private final Telemetry telemetry;
    private final PrometheusRegistry java = new PrometheusRegistry();

    public Exposition(Telemetry telemetry) {
        this.telemetry = telemetry;
        JvmMetrics.builder().register(java);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Page(String contentType, byte[] text) {}

    /// `accept` is what the scraper would like to have, empty if it does not say.
    public Page page(String accept) {
        var writer = OPEN_METRICS.accepts(accept) ? OPEN_METRICS : PROMETHEUS;
        var text = new ByteArrayOutputStream(32 << 10);
        try {
            writer.write(text, all(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory takes what is written
        }
        return new Page(writer.getContentType(), text.toByteArray());
    }

    private MetricSnapshots all() {
        var all = MetricSnapshots.builder();
        telemetry.read().values().forEach((metric, values) -> all.metricSnapshot(Snapshots.of(metric, values)));
        telemetry.spreads().forEach(series -> all.metricSnapshot(Snapshots.of(series)));
        java.scrape().forEach(all::metricSnapshot);
        return all.build();
    }
}
