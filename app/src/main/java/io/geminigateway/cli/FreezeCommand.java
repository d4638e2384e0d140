package io.geminigateway.cli;

import io.geminigateway.terminal.Terminal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./gateway accounts freeze`.
@Command(name = "freeze", description = "Let an account rest for a while; a restart of the gateway ends that too.")
final class FreezeCommand extends AccountCommand {
    private static final Duration USUAL = Duration.ofMinutes(10);

    @Mixin
    private final AccountName account = new AccountName();

    @Option(
            names = "--for",
            description = "How long, such as 90s, 10m, 2h or 1d; 10m by default.",
            paramLabel = "TIME",
            converter = Pause.class)
    private @Nullable Duration pause;

    FreezeCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var order = "{\"seconds\":%d}".formatted((pause == null ? USUAL : pause).toSeconds());
        var answer = gateway.post(account.path() + "/freeze", order);
        terminal.line(wantsJson() ? text(answer) : Words.standing(gateway.read(REPORT, answer)));
        return 0;
    }
}
