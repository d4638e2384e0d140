package io.geminigateway.benchmarks.pool;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/// Ours beside the best of the others, in each scenario one line: who is ahead of us is named.
final class Summary {
    /// Success rates that differ by less are taken as the same.
    private static final double SAME_SUCCESS = 0.005;

    /// Figures that differ by a smaller part are.
    private static final double SAME_FIGURE = 0.02;

    private final List<Table> tables;

    Summary(List<Table> tables) {
        this.tables = tables;
    }

    void print(PrintStream out) {
        out.println();
        out.println("| Scenario | success: ours | oracle | best other | attempts / success: ours | fewest other "
                + "| p95 s: ours | lowest other | ahead of us |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        tables.forEach(table -> out.println(line(table)));
    }

    private static String line(Table table) {
        var ours = table.ours();
        var equals = table.others().stream()
                .filter(other -> other.success() >= ours.success() - SAME_SUCCESS)
                .toList();
        var ahead = new StringJoiner(", ");
        ahead.setEmptyValue("-");
        for (var other : table.others()) {
            if (other.success() > ours.success() + SAME_SUCCESS) {
                ahead.add(other.strategy() + " (success)");
            }
        }
        for (var other : equals) {
            if (other.attempts() < ours.attempts() * (1 - SAME_FIGURE)) {
                ahead.add(other.strategy() + " (attempts)");
            }
            if (other.p95() < ours.p95() * (1 - SAME_FIGURE)) {
                ahead.add(other.strategy() + " (p95)");
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.2f | %s | %.1f | %s | %s |",
                table.scenario().name(),
                ours.success(),
                table.oracle().success(),
                table.others().stream().mapToDouble(Figures::success).max().orElse(0),
                ours.attempts(),
                least(equals, Figures::attempts, "%.2f"),
                ours.p95(),
                least(equals, Figures::p95, "%.1f"),
                ahead);
    }

    private static String least(List<Figures> equals, ToDoubleFunction<Figures> figure, String format) {
        var least = equals.stream().mapToDouble(figure).min();
        return least.isPresent() ? String.format(Locale.ROOT, format, least.getAsDouble()) : "-";
    }
}
