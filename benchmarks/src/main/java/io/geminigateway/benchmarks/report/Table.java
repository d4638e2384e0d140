package io.geminigateway.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table of Markdown.
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        row(columns);
        lines.add("| --- ".repeat(columns.length) + "|");
    }

    Table(List<String> columns) {
        this(columns.toArray(String[]::new));
    }

    Table row(List<String> cells) {
        return row(cells.toArray(String[]::new));
    }

    Table row(String... cells) {
        lines.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
