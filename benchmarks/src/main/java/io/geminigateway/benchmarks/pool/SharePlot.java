package io.geminigateway.benchmarks.pool;

import io.geminigateway.benchmarks.plot.Panel;
import io.geminigateway.benchmarks.plot.Svg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How strategies divide the calls among the accounts while the first one breaks and mends: areas upon
/// each other, one for each account.
final class SharePlot {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 545;
    private static final int COLUMNS = 2;
    private static final double PANEL_WIDTH = 325;
    private static final double PANEL_HEIGHT = 165;
    private static final String BROKEN = "#cf222e";
    private static final List<String> OTHERS = List.of("#b6d4f2", "#9cc3ea");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Division(String name, double[][] shares) {}

    private final List<Division> divisions = new ArrayList<>();
    private final Scenario scenario;
    private final Scenario.Breakdown breakdown;

    SharePlot(Scenario scenario) {
        this.scenario = scenario;
        this.breakdown = scenario.one(Scenario.Breakdown.class).orElseThrow();
    }

    /// Shares per account, and for each at equal steps from the start to the end.
    void division(String name, double[][] shares) {
        divisions.add(new Division(name, shares));
    }

    void write(Path file) throws IOException {
        var svg = new Svg(WIDTH, HEIGHT, "Who gets the calls while one account of ten is broken");
        for (var number = 0; number < divisions.size(); number++) {
            var row = number / COLUMNS;
            var column = number % COLUMNS;
            var x = 72 + column * (PANEL_WIDTH + 60);
            var y = 92 + row * (PANEL_HEIGHT + 62);
            draw(svg, divisions.get(number), new Panel(x, y, PANEL_WIDTH, PANEL_HEIGHT, scenario.duration(), 1));
        }
        svg.box(72, 46, 12, 12, BROKEN);
        svg.text(90, 56, Svg.Anchor.START, Panel.INK, "the account that breaks (90 % errors)");
        svg.box(340, 46, 12, 12, OTHERS.getLast());
        svg.text(358, 56, Svg.Anchor.START, Panel.INK, "each of the other nine");
        svg.text(WIDTH / 2.0, HEIGHT - 14, Svg.Anchor.MIDDLE, Panel.INK, "seconds");
        svg.upright(22, HEIGHT / 2.0 + 16, Panel.INK, "share of all calls, %");
        svg.write(file);
    }

    private void draw(Svg svg, Division division, Panel panel) {
        svg.strong(panel.x(), panel.y() - 10, Panel.INK, division.name());
        var lower = new double[division.shares()[0].length];
        for (var account = 0; account < division.shares().length; account++) {
            var upper = lower.clone();
            for (var step = 0; step < upper.length; step++) {
                upper[step] += division.shares()[account][step];
            }
            svg.area(panel.between(lower, upper), account == 0 ? BROKEN : OTHERS.get(account % OTHERS.size()));
            lower = upper;
        }
        for (var edge : List.of(breakdown.from(), breakdown.from() + breakdown.lasting())) {
            svg.line(panel.across(edge), panel.y(), panel.across(edge), panel.y() + panel.height(), Panel.INK);
        }
        svg.text(
                panel.across(breakdown.from() + breakdown.lasting() / 2),
                panel.y() + 14,
                Svg.Anchor.MIDDLE,
                Panel.INK,
                "broken");
        new Panel(panel.x(), panel.y(), panel.width(), panel.height(), panel.duration(), 100)
                .axes(svg, 25, "%.0f", 150);
    }
}
