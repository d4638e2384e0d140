package io.geminigateway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Draws a profile as a flame graph: a picture that needs nothing but itself, and tells each frame's share when it is
/// pointed at. `FlameGraph TITLE STACKS PICTURE`, where the stacks are lines of `outer;inner;innermost COUNT`, as
/// async-profiler writes them with `-o collapsed`.
public final class FlameGraph {
    private static final int WIDTH = 1200;
    private static final int ROW = 15;
    private static final int TOP = 44;
    private static final double NARROWEST = 1.2;
    private static final double LETTER = 6.2;

    /// Frames and those they called.
    private static final class Frame {
        private final Map<String, Frame> callees = new TreeMap<>();
        private long samples;

        private Frame callee(String name) {
            return callees.computeIfAbsent(name, _ -> new Frame());
        }
    }

    private final Frame root = new Frame();
    private final List<String> boxes = new ArrayList<>();
    private int depth;

    private FlameGraph() {}

    public static void main(String[] arguments) throws IOException {
        var graph = new FlameGraph();
        Files.readAllLines(Path.of(arguments[1])).forEach(graph::add);
        Files.writeString(Path.of(arguments[2]), graph.picture(arguments[0]));
    }

    private void add(String stack) {
        var space = stack.lastIndexOf(' ');
        var count = Long.parseLong(stack.substring(space + 1));
        var frame = root;
        frame.samples += count;
        for (var name : stack.substring(0, space).split(";", -1)) {
            frame = frame.callee(tidied(name));
            frame.samples += count;
        }
    }

    /// Generated names differ from run to run, and packages are long.
    private static String tidied(String name) {
        var plain = name.replaceAll("\\$\\$Lambda.*?\\.(\\w+)$", "::lambda.$1")
                .replaceAll(" tid=\\d+", "")
                .replaceAll("_\\[[ijk]]$", "");
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private String picture(String title) {
        draw(root, "all", 0, WIDTH, 0);
        var height = TOP + (depth + 1) * ROW + 12;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="10">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="12" y="26" font-size="15" font-family="sans-serif">%s</text>
                %s</svg>
                """.formatted(WIDTH, height, escaped(title), String.join("", boxes));
    }

    private void draw(Frame frame, String name, double x, double width, int level) {
        depth = Math.max(depth, level);
        var share = 100.0 * frame.samples / root.samples;
        var label = name.length() * LETTER < width ? name : name.substring(0, Math.max(0, (int) (width / LETTER) - 1));
        boxes.add(String.format(
                Locale.ROOT,
                "<g><title>%s: %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%s</g>%n",
                escaped(name),
                share,
                x,
                TOP + level * ROW,
                Math.max(width - 0.4, 0.4),
                ROW - 1,
                colour(name),
                label.length() < 3 ? "" : text(label, x, level)));
        var at = x;
        for (var callee : frame.callees.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Frame> entry) -> -entry.getValue().samples))
                .toList()) {
            var part = width * callee.getValue().samples / frame.samples;
            if (part >= NARROWEST) {
                draw(callee.getValue(), callee.getKey(), at, part, level + 1);
            }
            at += part;
        }
    }

    private static String text(String label, double x, int level) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x + 2, TOP + level * ROW + 11, escaped(label));
    }

    /// Always the same for the same name.
    private static String colour(String name) {
        var hue = Math.floorMod(name.hashCode(), 40);
        return "hsl(%d,%d%%,%d%%)".formatted(15 + hue, 70, 68 + Math.floorMod(name.hashCode() >> 8, 14));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
