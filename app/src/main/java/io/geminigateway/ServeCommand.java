package io.geminigateway;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `./gateway serve`, with flags or a wish for help; [Main] serves without this class when there are none.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the OpenAI API from the accounts in the accounts folder (the default command).")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final SettingFlags flags = new SettingFlags();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return GatewayProcess.run(flags.values());
    }
}
