package io.geminigateway.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The plain values of one scrape: counters and gauges.
public final class Sheet {
    private final Map<Metric, Map<List<String>, Double>> values = new LinkedHashMap<>();
    private final UnaryOperator<String> models;

    Sheet(UnaryOperator<String> models) {
        this.models = models;
    }

    /// A model's name as a label: made-up ones are all the same.
    public String model(String name) {
        return models.apply(name);
    }

    /// Adds to what stands there, which is 0 at first.
    public void add(Metric metric, double value, String... labels) {
        of(metric).merge(List.of(labels), value, Double::sum);
    }

    /// The same with a whole number.
    public void add(Metric metric, long value, String... labels) {
        add(metric, (double) value, labels);
    }

    /// Keeps the least of all that is told under these labels.
    public void least(Metric metric, double value, String... labels) {
        of(metric).merge(List.of(labels), value, Math::min);
    }

    void put(Metric metric, List<String> labels, double value) {
        of(metric).put(labels, value);
    }

    Map<Metric, Map<List<String>, Double>> values() {
        return Collections.unmodifiableMap(values);
    }

    private Map<List<String>, Double> of(Metric metric) {
        return values.computeIfAbsent(metric, _ -> new LinkedHashMap<>());
    }
}
