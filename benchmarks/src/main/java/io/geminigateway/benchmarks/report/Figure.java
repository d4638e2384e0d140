package io.geminigateway.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// The middle of several measurements, and their range. Not a number when there are none.
public record Figure(double median, double low, double high, int count) {

    public static Figure of(DoubleStream values) {
        var sorted = values.sorted().boxed().toList();
        return sorted.isEmpty()
                ? new Figure(Double.NaN, Double.NaN, Double.NaN, 0)
                : new Figure(middle(sorted), sorted.getFirst(), sorted.getLast(), sorted.size());
    }

    private static double middle(List<Double> sorted) {
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /// The same in a larger unit.
    Figure in(double unit) {
        return new Figure(median / unit, low / unit, high / unit, count);
    }

    /// `12.3 (11.9-14.0)`, the number alone when there is no other, or a dash.
    public String text() {
        return switch (count) {
            case 0 -> "-";
            case 1 -> number(median);
            default -> "%s (%s-%s)".formatted(number(median), number(low), number(high));
        };
    }

    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        var decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
