package io.geminigateway.telemetry;

import java.util.List;

/// What one thing that is measured is called, in OpenTelemetry's spelling. `unit` is UCUM's: `s`, `By`, `1`, or a thing
/// in braces; `bounds` are a histogram's, in that unit. There is one object for each: see [TelemetryNames].
public record Metric(Kind kind, String name, String unit, List<Double> bounds, List<String> labels, String help) {
    private static final double NANOS = 1e9;

    /// What may become of a value.
    public enum Kind {
        COUNTER,
        UP_DOWN,
        GAUGE,
        HISTOGRAM,
        INFO
    }

    public Metric {
        bounds = List.copyOf(bounds);
        labels = List.copyOf(labels);
    }

    /// The name in Prometheus' text, without what a counter's, a histogram's or an info's lines have behind it.
    String baseName() {
        var bare = kind == Kind.INFO ? name.substring(0, name.lastIndexOf(".info")) : name;
        return spelled(bare) + (isTime() ? "_seconds" : unit.equals("By") ? "_bytes" : "");
    }

    List<String> labelNames() {
        return labels.stream().map(Metric::spelled).toList();
    }

    /// How many of what is recorded are one of the unit: times are recorded in whole nanoseconds.
    double scale() {
        return isTime() ? NANOS : 1;
    }

    private boolean isTime() {
        return unit.equals("s");
    }

    private static String spelled(String dotted) {
        return dotted.replace('.', '_');
    }
}
