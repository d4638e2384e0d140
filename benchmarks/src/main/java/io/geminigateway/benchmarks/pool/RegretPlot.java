package io.geminigateway.benchmarks.pool;

import io.geminigateway.benchmarks.plot.Panel;
import io.geminigateway.benchmarks.plot.Svg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What each strategy has wasted so far, as lines over time; each is named where it ends.
final class RegretPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;
    private static final int LINE_OF_TEXT = 17;
    private static final List<String> COLOURS =
            List.of("#8c959f", "#0550ae", "#bc4c00", "#8250df", "#1a7f37", "#a40e26");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(String name, double[] values) {
        double last() {
            return values[values.length - 1];
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Scenario scenario;

    RegretPlot(Scenario scenario) {
        this.scenario = scenario;
    }

    /// Values at equal steps from the start to the end.
    void line(String name, double[] values) {
        lines.add(new Line(name, values));
    }

    void write(Path file) throws IOException {
        var step = Panel.step(lines.stream().mapToDouble(Line::last).max().orElse(1));
        var top = step * Math.ceil(lines.stream().mapToDouble(Line::last).max().orElse(1) / step);
        var panel = new Panel(72, 48, WIDTH - 72 - 222, HEIGHT - 48 - 56, scenario.duration(), top);
        var svg = new Svg(WIDTH, HEIGHT, "What wrong choices cost, scenario " + scenario.name());
        scenario.each(Scenario.Outage.class)
                .forEach(outage -> panel.trouble(svg, outage.from(), outage.from() + outage.lasting(), "model down"));
        panel.axes(svg, step, "%,.0f", 300);
        svg.text(panel.x() + panel.width() / 2, HEIGHT - 14, Svg.Anchor.MIDDLE, Panel.INK, "seconds");
        svg.upright(22, panel.y() + panel.height() / 2, Panel.INK, "regret so far, in requests");
        draw(svg, panel);
        svg.write(file);
    }

    private void draw(Svg svg, Panel panel) {
        var lowest = panel.y() + panel.height() + LINE_OF_TEXT;
        for (var line :
                lines.stream().sorted(Comparator.comparingDouble(Line::last)).toList()) {
            var colour = COLOURS.get(lines.indexOf(line));
            svg.curve(panel.points(line.values()), line.name().equals(Strategy.OURS.name()) ? 3 : 1.8, colour);
            var y = Math.min(panel.up(line.last()), lowest - LINE_OF_TEXT);
            svg.strong(panel.x() + panel.width() + 10, y + 4, colour, "%s: %.0f".formatted(line.name(), line.last()));
            lowest = y;
        }
    }
}
