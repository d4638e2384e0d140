package io.geminigateway.cli;

import io.geminigateway.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway accounts enable`.
@Command(name = "enable", description = "Let a disabled account serve again; its file says so from now on.")
final class EnableCommand extends AccountCommand {
    @Mixin
    private final AccountName account = new AccountName();

    EnableCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.post(account.path() + "/enable", "");
        terminal.line(wantsJson() ? text(answer) : Words.standing(gateway.read(REPORT, answer)));
        return 0;
    }
}
