package io.geminigateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./gateway accounts`: what the running gateway knows of its accounts, and an operator's word to it.
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description =
                "Show the accounts of the running gateway, test them, take them out and let them in again; import others.",
        footer = {"", "An account is named by its file, with or without .json, or by its id."})
public final class AccountsCommand {
    private AccountsCommand() {}

    /// The command with all that belong to it.
    public static CommandLine with(AdminPort ports) {
        return new CommandLine(new AccountsCommand())
                .addSubcommand(new ListCommand(ports))
                .addSubcommand(new ShowCommand(ports))
                .addSubcommand(new ExplainCommand(ports))
                .addSubcommand(new TestCommand(ports))
                .addSubcommand(new FreezeCommand(ports))
                .addSubcommand(new UnfreezeCommand(ports))
                .addSubcommand(new EnableCommand(ports))
                .addSubcommand(new DisableCommand(ports));
    }
}
