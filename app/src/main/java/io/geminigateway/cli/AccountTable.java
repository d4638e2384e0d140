package io.geminigateway.cli;

import io.geminigateway.admin.AccountReport;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.time.ZoneId;
import java.util.List;

/// The accounts as a table: one line each, columns as wide as what is in them.
final class AccountTable {
    private static final List<String> HEADS =
            List.of("FILE", "ID", "BACKEND", "STATE", "SUCCESS", "IN FLIGHT", "UNTIL", "NOTE");
    private static final int STATE = 3;

    private final Terminal terminal;
    private final ZoneId zone;

    AccountTable(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    void print(List<AccountReport> accounts) {
        var rows = accounts.stream().map(this::row).toList();
        var widths = new int[HEADS.size()];
        for (var column = 0; column < widths.length; column++) {
            var at = column;
            widths[column] = Math.max(
                    HEADS.get(column).length(),
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        terminal.line(terminal.in(Tone.DIM, line(HEADS, widths)));
        rows.forEach(row -> terminal.line(painted(line(row, widths), row, widths)));
    }

    private List<String> row(AccountReport account) {
        return List.of(
                account.file(),
                account.id(),
                account.backend() == null ? "" : account.backend(),
                account.state(),
                Words.percent(account.mean()),
                account.isInPool() ? Integer.toString(account.inFlight()) : "",
                account.freeze() == null ? "" : Words.moment(account.freeze().until(), zone),
                Words.note(account, zone));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .append(" ".repeat(widths[column] - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    /// Colours are put in last: they have no width.
    private String painted(String line, List<String> row, int[] widths) {
        var from = 0;
        for (var column = 0; column < STATE; column++) {
            from += widths[column] + 2;
        }
        var state = row.get(STATE);
        return line.substring(0, from) + terminal.in(Words.tone(state), state) + line.substring(from + state.length());
    }
}
