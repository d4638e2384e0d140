package io.geminigateway.benchmarks.plot;

import java.util.List;

/// Colours that can be told apart on a light ground.
final class Palette {
    private static final List<String> COLOURS =
            List.of("#8c959f", "#bc4c00", "#0550ae", "#8250df", "#1a7f37", "#a40e26", "#6e7781");

    private Palette() {}

    static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }
}
