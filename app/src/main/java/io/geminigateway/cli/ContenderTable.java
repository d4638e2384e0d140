package io.geminigateway.cli;

import io.geminigateway.admin.Explanation.Contender;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// A choice as a table: the highest score would serve.
final class ContenderTable {
    private static final List<String> HEADS = List.of("FILE", "SCORE", "SUCCESS", "HEADROOM", "IN FLIGHT", "OUT");

    private final Terminal terminal;
    private final ZoneId zone;

    ContenderTable(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    void print(List<Contender> contenders) {
        var files = contenders.stream().map(Contender::file).mapToInt(String::length);
        var widest = Math.max(files.max().orElse(0), HEADS.getFirst().length());
        terminal.line(terminal.in(Tone.DIM, line(HEADS, widest)));
        contenders.forEach(contender -> terminal.line(line(row(contender), widest)));
    }

    private List<String> row(Contender contender) {
        var out = contender.out();
        return List.of(
                contender.file(),
                out == null ? String.format(Locale.ROOT, "%.3f", contender.score()) : "-",
                Words.percent(contender.mean()),
                Words.percent(contender.headroom()),
                Integer.toString(contender.inFlight()),
                out == null ? "" : out + until(contender));
    }

    /// The file to the left, what can be compared to the right.
    private static String line(List<String> row, int widest) {
        var line = new StringBuilder(row.getFirst())
                .repeat(' ', widest - row.getFirst().length());
        for (var column = 1; column < row.size() - 1; column++) {
            var width = Math.max(HEADS.get(column).length(), 7);
            line.repeat(' ', 2 + width - row.get(column).length()).append(row.get(column));
        }
        return line.append("  ").append(row.getLast()).toString().stripTrailing();
    }

    private String until(Contender contender) {
        return contender.until() == null ? "" : " until " + Words.moment(contender.until(), zone);
    }
}
