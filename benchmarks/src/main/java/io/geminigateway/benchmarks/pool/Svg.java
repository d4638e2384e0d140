package io.geminigateway.benchmarks.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A drawing as a file that needs nothing but itself. It brings its own light ground along, so that it
/// reads the same on a dark page.
final class Svg {
    private final StringBuilder content = new StringBuilder();

    Svg(int width, int height, String title) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"", width, height);
        add(" font-family=\"system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"12\">\n");
        add("<title>%s</title>\n", title);
        add("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>\n", width, height);
        add("<text x=\"20\" y=\"28\" font-size=\"16\" font-weight=\"600\" fill=\"#1f2328\">%s</text>\n", title);
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void text(double x, double y, Anchor anchor, String colour, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x, y, anchor.name().toLowerCase(Locale.ROOT), colour, text);
    }

    void strong(double x, double y, String colour, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" font-weight=\"600\" fill=\"%s\">%s</text>\n", x, y, colour, text);
    }

    /// A text that reads upwards.
    void upright(double x, double y, String colour, String text) {
        add(
                "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n",
                x, y, colour, text);
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n", x1, y1, x2, y2, colour);
    }

    void box(double x, double y, double width, double height, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n", x, y, width, height, colour);
    }

    void curve(String points, double width, String colour) {
        add(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\" points=\"%s\"/>\n",
                colour, width, points);
    }

    void area(String points, String colour) {
        add("<polygon fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"0.6\" points=\"%s\"/>\n", colour, points);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, content + "</svg>\n");
    }

    private void add(String format, Object... values) {
        content.append(String.format(Locale.ROOT, format, values));
    }
}
