package io.geminigateway.benchmarks.report;

import java.util.List;

/// The straight line through values at equal steps, by least squares.
public record Trend(double mean, double slope, int count) {

    /// The slope is by the step.
    public static Trend of(List<Double> values) {
        var count = values.size();
        var mean = values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
        var middle = (count - 1) / 2.0;
        var upper = 0.0;
        var lower = 0.0;
        for (var i = 0; i < count; i++) {
            upper += (i - middle) * (values.get(i) - mean);
            lower += (i - middle) * (i - middle);
        }
        return new Trend(mean, upper / lower, count);
    }

    /// By which share of the mean the line climbs from the first value to the last.
    public double climb() {
        return slope * (count - 1) / mean;
    }
}
