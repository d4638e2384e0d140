package io.geminigateway.setup;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of a width. Words stay whole, addresses above all; lines after the first are as far in as the text of
/// the first, so that a list stays one.
final class Paragraph {
    private Paragraph() {}

    static List<String> wrap(String text, int width) {
        var indent = " ".repeat(indent(text));
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.stripLeading().split(" ", -1)) {
            var begun = line.length() > 0;
            if (begun && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                begun = false;
            }
            if (lines.isEmpty() && !begun) {
                line.append(text, 0, text.length() - text.stripLeading().length());
            }
            line.append(begun ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Of the text behind a list's `1. ` or `- `.
    private static int indent(String text) {
        var at = text.length() - text.stripLeading().length();
        var item = text.substring(at);
        return at + (item.startsWith("- ") ? 2 : item.matches("\\d\\. .*") ? 3 : 0);
    }
}
