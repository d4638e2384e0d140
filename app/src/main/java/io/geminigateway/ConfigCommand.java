package io.geminigateway;

import io.geminigateway.terminal.PrintingCommand;
import picocli.CommandLine.Command;

/// `./gateway config`: what is set.
@Command(name = "config", description = "Show the settings.", subcommands = ConfigShowCommand.class)
final class ConfigCommand extends PrintingCommand {
    @Override
    public Integer call() {
        throw misuse("Say what to do with the settings: config show");
    }
}
