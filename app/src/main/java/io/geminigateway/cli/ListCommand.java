package io.geminigateway.cli;

import io.geminigateway.terminal.Terminal;
import java.time.ZoneId;
import picocli.CommandLine.Command;

/// `./gateway accounts list`.
@Command(name = "list", description = "All accounts in one table.")
final class ListCommand extends AccountCommand {
    ListCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.get("/accounts");
        if (wantsJson()) {
            terminal.line(text(answer));
            return 0;
        }
        var accounts = gateway.read(LIST, answer).accounts();
        if (accounts.isEmpty()) {
            terminal.line("There is no account yet: put a file into the accounts folder.");
        } else {
            new AccountTable(terminal, ZoneId.systemDefault()).print(accounts);
        }
        return 0;
    }
}
