package io.geminigateway.gemini;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a reader stands: one step for each object and array that it has entered.
final class JsonPath {
    private @Nullable String[] fields = new @Nullable String[8];
    private int[] elements = new int[8];
    private int depth;

    void enter() {
        if (depth == elements.length) {
            fields = Arrays.copyOf(fields, 2 * depth);
            elements = Arrays.copyOf(elements, 2 * depth);
        }
        fields[depth] = null;
        elements[depth] = -1;
        depth++;
    }

    void leave() {
        depth--;
    }

    void field(String name) {
        fields[depth - 1] = name;
    }

    void nextElement() {
        elements[depth - 1]++;
    }

    /// `messages[2].content[0].type`; empty at the top.
    @Override
    public String toString() {
        var path = new StringBuilder();
        for (var step = 0; step < depth; step++) {
            if (fields[step] != null) {
                path.append(path.isEmpty() ? "" : ".").append(fields[step]);
            } else if (elements[step] >= 0) {
                path.append('[').append(elements[step]).append(']');
            }
        }
        return path.toString();
    }
}
