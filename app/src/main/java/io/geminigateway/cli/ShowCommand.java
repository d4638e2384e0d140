package io.geminigateway.cli;

import io.geminigateway.terminal.Terminal;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway accounts show`.
@Command(name = "show", description = "All that is known of one account.")
final class ShowCommand extends AccountCommand {
    @Mixin
    private final AccountName account = new AccountName();

    ShowCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.get(account.path());
        if (wantsJson()) {
            terminal.line(text(answer));
        } else {
            new AccountPage(terminal, ZoneId.systemDefault()).print(gateway.read(REPORT, answer));
        }
        return 0;
    }
}
