package io.geminigateway.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lines through points, each named where it ends; both axes begin at zero.
public final class Curves {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;

    private record Point(double across, double up) {}

    private final String title;
    private final String across;
    private final String up;
    private final Map<String, List<Point>> curves = new LinkedHashMap<>();

    /// `across` and `up` name the axes.
    public Curves(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /// From left to right. What is not a number is left out.
    public void point(String curve, double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            curves.computeIfAbsent(curve, _ -> new ArrayList<>()).add(new Point(x, y));
        }
    }

    /// Writes nothing when there is nothing.
    public void write(Path file) throws IOException {
        if (!curves.isEmpty()) {
            drawing().write(file);
        }
    }

    private Svg drawing() {
        var panel = panel();
        var svg = new Svg(WIDTH, HEIGHT, title);
        panel.axes(svg, Panel.step(panel.top()), "%,.0f", Panel.step(panel.duration()));
        svg.text(panel.x() + panel.width() / 2, HEIGHT - 14, Svg.Anchor.MIDDLE, Panel.INK, across);
        svg.upright(22, panel.y() + panel.height() / 2, Panel.INK, up);
        var index = 0;
        for (var curve : curves.entrySet()) {
            var colour = Palette.colour(++index);
            var last = curve.getValue().getLast();
            svg.curve(points(panel, curve.getValue()), 2, colour);
            svg.strong(panel.across(last.across()) + 8, panel.up(last.up()) + 4, colour, curve.getKey());
        }
        return svg;
    }

    private Panel panel() {
        var points = curves.values().stream().flatMap(List::stream).toList();
        var widest =
                Math.max(1, points.stream().mapToDouble(Point::across).max().orElse(1));
        var highest = Math.max(1, points.stream().mapToDouble(Point::up).max().orElse(1));
        var step = Panel.step(highest);
        return new Panel(72, 48, WIDTH - 72 - 110, HEIGHT - 48 - 56, widest, step * Math.ceil(highest / step));
    }

    private static String points(Panel panel, List<Point> points) {
        return points.stream()
                .map(point ->
                        String.format(Locale.ROOT, "%.1f,%.1f", panel.across(point.across()), panel.up(point.up())))
                .collect(Collectors.joining(" "));
    }
}
