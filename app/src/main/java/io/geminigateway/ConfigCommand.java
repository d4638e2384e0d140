package io.geminigateway;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./gateway config`: what is set.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Show the settings.",
        subcommands = ConfigShowCommand.class)
final class ConfigCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the settings: config show");
    }
}
