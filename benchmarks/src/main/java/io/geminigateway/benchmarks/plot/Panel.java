package io.geminigateway.benchmarks.plot;

import java.util.Locale;

/// A place on a drawing with time from left to right, in seconds, and values from 0 to `top` upwards.
public record Panel(double x, double y, double width, double height, double duration, double top) {
    public static final String INK = "#1f2328";
    public static final String FAINT = "#59636e";
    private static final String GRID = "#e4e8ec";
    private static final String TROUBLE = "#fff1d6";

    public double across(double time) {
        return x + width * time / duration;
    }

    public double up(double value) {
        return y + height - height * value / top;
    }

    /// Marks a time in which something is out of order.
    public void trouble(Svg svg, double from, double to, String name) {
        svg.box(across(from), y, across(to) - across(from), height, TROUBLE);
        svg.text((across(from) + across(to)) / 2, y + 14, Svg.Anchor.MIDDLE, FAINT, name);
    }

    /// `step` is the value between two lines of the grid, `format` how it is written.
    public void axes(Svg svg, double step, String format, double seconds) {
        for (var value = 0.0; value <= top + step / 1000; value += step) {
            svg.line(x, up(value), x + width, up(value), GRID);
            svg.text(x - 8, up(value) + 4, Svg.Anchor.END, FAINT, String.format(Locale.ROOT, format, value));
        }
        for (var time = 0.0; time <= duration; time += seconds) {
            svg.line(across(time), y + height, across(time), y + height + 4, FAINT);
            svg.text(across(time), y + height + 18, Svg.Anchor.MIDDLE, FAINT, "%.0f".formatted(time));
        }
    }

    /// Values at equal steps, each as of the end of its step.
    public String points(double[] values) {
        var points = new StringBuilder(point(0, values[0]));
        for (var index = 0; index < values.length; index++) {
            points.append(point(duration * (index + 1) / values.length, values[index]));
        }
        return points.toString().strip();
    }

    /// The ground between two such rows of values.
    public String between(double[] lower, double[] upper) {
        var back = new StringBuilder();
        for (var index = lower.length - 1; index >= 0; index--) {
            back.append(point(duration * (index + 1) / lower.length, lower[index]));
        }
        return points(upper) + " " + back + point(0, lower[0]).strip();
    }

    /// A round number that divides an axis up to `top` into four to eight parts.
    public static double step(double top) {
        var magnitude = Math.pow(10, Math.floor(Math.log10(top / 4)));
        var parts = top / 4 / magnitude;
        return magnitude * (parts >= 5 ? 5 : parts >= 2 ? 2 : 1);
    }

    private String point(double time, double value) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", across(time), up(value));
    }
}
