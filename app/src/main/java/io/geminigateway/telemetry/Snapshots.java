package io.geminigateway.telemetry;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Our metrics in the words of Prometheus' library. Labels that do not apply are left out.
final class Snapshots {
    private Snapshots() {}

    static MetricSnapshot of(Metric metric, Map<List<String>, Double> values) {
        return switch (metric.kind()) {
            case COUNTER -> counter(metric, values);
            case GAUGE, UP_DOWN -> gauge(metric, values);
            case INFO -> info(metric, values);
            case HISTOGRAM -> throw new IllegalArgumentException(metric.name() + " has no plain value");
        };
    }

    static MetricSnapshot of(Series<Spread> series) {
        var metric = series.metric();
        var bounds = DoubleStream.concat(
                        metric.bounds().stream().mapToDouble(Double::doubleValue),
                        DoubleStream.of(Double.POSITIVE_INFINITY))
                .toArray();
        return new HistogramSnapshot(
                metadata(metric),
                series.cells().entrySet().stream()
                        .filter(entry -> entry.getValue().isUsed())
                        .map(entry -> new HistogramSnapshot.HistogramDataPointSnapshot(
                                ClassicHistogramBuckets.of(
                                        bounds, entry.getValue().buckets()),
                                entry.getValue().sum() / metric.scale(),
                                labels(metric, entry.getKey()),
                                Exemplars.EMPTY,
                                0))
                        .toList());
    }

    private static MetricSnapshot counter(Metric metric, Map<List<String>, Double> values) {
        return new CounterSnapshot(
                metadata(metric),
                values.entrySet().stream()
                        .map(entry -> new CounterSnapshot.CounterDataPointSnapshot(
                                entry.getValue(), labels(metric, entry.getKey()), null, 0))
                        .toList());
    }

    private static MetricSnapshot gauge(Metric metric, Map<List<String>, Double> values) {
        return new GaugeSnapshot(
                metadata(metric),
                values.entrySet().stream()
                        .map(entry -> new GaugeSnapshot.GaugeDataPointSnapshot(
                                entry.getValue(), labels(metric, entry.getKey()), null))
                        .toList());
    }

    private static MetricSnapshot info(Metric metric, Map<List<String>, Double> values) {
        return new InfoSnapshot(
                metadata(metric),
                values.keySet().stream()
                        .map(labels -> new InfoSnapshot.InfoDataPointSnapshot(labels(metric, labels)))
                        .toList());
    }

    private static MetricMetadata metadata(Metric metric) {
        return new MetricMetadata(metric.baseName(), metric.help());
    }

    private static Labels labels(Metric metric, List<String> values) {
        var names = metric.labelNames();
        var labels = Labels.builder();
        for (var i = 0; i < names.size(); i++) {
            if (!values.get(i).isEmpty()) {
                labels.label(names.get(i), values.get(i));
            }
        }
        return labels.build();
    }
}
