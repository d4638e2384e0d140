package io.geminigateway.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A drawing as a file that needs nothing but itself. It brings its own light ground along, so that it
/// reads the same on a dark page.
public final class Svg {
    private final StringBuilder content = new StringBuilder();

    public Svg(int width, int height, String title) {
        content.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-size="12" \
                font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif">
                <title>%s</title>
                <rect width="%d" height="%d" rx="8" fill="#ffffff" stroke="#d0d7de"/>
                <text x="20" y="28" font-size="16" font-weight="600" fill="%s">%s</text>
                """.formatted(width, height, escaped(title), width, height, Panel.INK, escaped(title)));
    }

    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public void text(double x, double y, Anchor anchor, String colour, String text) {
        content.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), anchor.name().toLowerCase(Locale.ROOT), colour, escaped(text)));
    }

    public void strong(double x, double y, String colour, String text) {
        content.append("<text x=\"%s\" y=\"%s\" font-weight=\"600\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), colour, escaped(text)));
    }

    /// A text that reads upwards.
    public void upright(double x, double y, String colour, String text) {
        content.append("<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), colour, escaped(text)));
    }

    public void line(double x1, double y1, double x2, double y2, String colour) {
        content.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), colour));
    }

    public void box(double x, double y, double width, double height, String colour) {
        content.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                .formatted(number(x), number(y), number(width), number(height), colour));
    }

    public void curve(String points, double width, String colour) {
        content.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" points=\"%s\"/>\n"
                .formatted(colour, number(width), points));
    }

    public void area(String points, String colour) {
        content.append("<polygon fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"0.6\" points=\"%s\"/>\n"
                .formatted(colour, points));
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, content + "</svg>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
