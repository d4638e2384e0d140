package io.geminigateway.cli;

import io.geminigateway.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway accounts disable`.
@Command(name = "disable", description = "Take an account out until it is enabled; its file says so, and is kept.")
final class DisableCommand extends AccountCommand {
    @Mixin
    private final AccountName account = new AccountName();

    DisableCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.post(account.path() + "/disable", "");
        terminal.line(wantsJson() ? text(answer) : Words.standing(gateway.read(REPORT, answer)));
        return 0;
    }
}
