package io.geminigateway.cli;

import io.geminigateway.admin.AccountReport;
import io.geminigateway.terminal.Terminal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One account with all its models, for a person.
final class AccountPage {
    private final Terminal terminal;
    private final ZoneId zone;

    AccountPage(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    void print(AccountReport account) {
        line("file", account.file());
        line("id", account.id());
        line("backend", account.backend());
        line("project", account.project());
        line("state", terminal.in(Words.tone(account.state()), account.state()));
        line("frozen", Words.until(account.freeze(), zone));
        if (account.parked() != null) {
            line("parked", "since %s".formatted(Words.moment(account.parked().since(), zone)));
            line("cause", account.parked().cause());
            line("remedy", account.parked().remedy());
        }
        line("file says", account.problem());
        line("success", Words.percent(account.mean()));
        line("in flight", account.isInPool() ? Integer.toString(account.inFlight()) : "");
        account.models().forEach(this::model);
    }

    private void model(AccountReport.ModelReport model) {
        terminal.title(model.model());
        line("state", terminal.in(Words.tone(model.state()), model.state()));
        line("frozen", Words.until(model.freeze(), zone));
        line(
                "success",
                "%s, from Beta(%.1f, %.1f)".formatted(Words.percent(model.mean()), model.alpha(), model.beta()));
        line("first event", model.latencyMs() == null ? "" : model.latencyMs() + " ms");
        line("in flight", Integer.toString(model.inFlight()));
    }

    private void line(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            terminal.line("%-12s %s".formatted(name, value));
        }
    }
}
