package io.geminigateway.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands share: the help flags, and the line by which they were called, which says where to print.
@Command(mixinStandardHelpOptions = true)
public abstract class PrintingCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    protected final CommandLine line() {
        return spec.commandLine();
    }

    protected final Terminal terminal() {
        return Terminal.over(line().getOut());
    }

    /// To be thrown when the arguments make no sense.
    protected final ParameterException misuse(String message) {
        return new ParameterException(line(), message);
    }
}
