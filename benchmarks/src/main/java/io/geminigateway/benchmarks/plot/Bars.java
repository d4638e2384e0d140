package io.geminigateway.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Lying bars in groups, their length by the logarithm of the value.
public final class Bars {
    private static final int WIDTH = 860;
    private static final int LEFT = 100;
    private static final int RIGHT = 110;
    private static final int TOP = 52;
    private static final int BAR = 16;
    private static final int STEP = 20;
    private static final int HEAD = 30;

    private record Bar(String group, String name, double value) {}

    private final String title;
    private final String unit;
    private final List<Bar> bars = new ArrayList<>();

    /// `unit` is written behind every value.
    public Bars(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /// What is not a positive number is left out.
    public void bar(String group, String name, double value) {
        if (Double.isFinite(value) && value > 0) {
            bars.add(new Bar(group, name, value));
        }
    }

    /// Writes nothing when there is nothing.
    public void write(Path file) throws IOException {
        if (!bars.isEmpty()) {
            drawing().write(file);
        }
    }

    private Svg drawing() {
        var groups = new LinkedHashSet<>(bars.stream().map(Bar::group).toList());
        var names = bars.stream().map(Bar::name).distinct().toList();
        var svg = new Svg(WIDTH, TOP + groups.size() * HEAD + bars.size() * STEP + 10, title);
        var y = TOP;
        for (var group : groups) {
            svg.strong(20, y + 18, Panel.INK, group);
            y += HEAD;
            for (var bar :
                    bars.stream().filter(some -> some.group().equals(group)).toList()) {
                svg.text(LEFT - 8, y + 12, Svg.Anchor.END, Panel.FAINT, bar.name());
                svg.box(LEFT, y, length(bar.value()), BAR, Palette.colour(names.indexOf(bar.name())));
                svg.text(LEFT + length(bar.value()) + 8, y + 12, Svg.Anchor.START, Panel.INK, text(bar.value()));
                y += STEP;
            }
        }
        return svg;
    }

    private double length(double value) {
        var least = bars.stream().mapToDouble(Bar::value).min().orElse(1) / 2;
        var most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        return (WIDTH - LEFT - RIGHT) * Math.log(value / least) / Math.log(most / least);
    }

    private String text(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%,.0f %s", value, unit);
    }
}
