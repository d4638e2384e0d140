package io.geminigateway.benchmarks.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Lines over time, as an SVG file that needs nothing but itself.
final class Plot {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int RIGHT = 190;
    private static final int TOP = 40;
    private static final int BOTTOM = 44;
    private static final List<String> COLOURS =
            List.of("#0b6e4f", "#d1495b", "#30638e", "#edae49", "#6a4c93", "#7a7a7a", "#00798c", "#8a5a44", "#111111");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(String name, double[] values) {}

    private final String title;
    private final String unit;
    private final double duration;
    private final List<Line> lines = new ArrayList<>();

    Plot(String title, String unit, double duration) {
        this.title = title;
        this.unit = unit;
        this.duration = duration;
    }

    /// Values at equal steps from the start to the end.
    void line(String name, double[] values) {
        lines.add(new Line(name, values));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, svg());
    }

    private String svg() {
        var top = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .max()
                .orElse(1);
        var svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="22" font-size="15">%s</text>
                """.formatted(WIDTH, HEIGHT, LEFT, title));
        axes(svg, top);
        for (var number = 0; number < lines.size(); number++) {
            var colour = COLOURS.get(number % COLOURS.size());
            var line = lines.get(number);
            svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n"
                    .formatted(colour, points(line.values(), top)));
            var y = TOP + 14 + 18 * number;
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\" fill=\"%s\"/>%n"
                    .formatted(WIDTH - RIGHT + 14, y - 6, colour));
            svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(WIDTH - RIGHT + 32, y, line.name()));
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg, double top) {
        for (var tick = 0; tick <= 4; tick++) {
            var y = y(top * tick / 4, top);
            svg.append("<line x1=\"%d\" y1=\"%.0f\" x2=\"%d\" y2=\"%.0f\" stroke=\"#ddd\"/>%n"
                    .formatted(LEFT, y, WIDTH - RIGHT, y));
            svg.append("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>%n"
                    .formatted(LEFT - 6, y + 4, figure(top * tick / 4)));
            var x = LEFT + (WIDTH - RIGHT - LEFT) * tick / 4;
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s s</text>%n"
                    .formatted(x, HEIGHT - BOTTOM + 18, figure(duration * tick / 4)));
        }
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(LEFT, HEIGHT - 8, unit));
    }

    private static String points(double[] values, double top) {
        var points = new StringBuilder();
        for (var index = 0; index < values.length; index++) {
            var x = LEFT + (double) (WIDTH - RIGHT - LEFT) * (index + 1) / values.length;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(values[index], top)));
        }
        return points.toString().strip();
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / Math.max(top, 1e-9) * (HEIGHT - BOTTOM - TOP);
    }

    private static String figure(double value) {
        return value >= 10 || value == 0 ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
