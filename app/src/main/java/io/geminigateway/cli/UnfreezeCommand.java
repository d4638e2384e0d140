package io.geminigateway.cli;

import io.geminigateway.admin.Thawed;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./gateway accounts unfreeze`.
@Command(name = "unfreeze", description = "End every freeze of an account, or of all; parked ones come back too.")
final class UnfreezeCommand extends AccountCommand {
    private static final WireJson<Thawed> THAWED = WireJson.ofClient(Thawed.class);

    @Parameters(paramLabel = "ACCOUNT", arity = "0..1", description = "Its file, with or without .json, or its id.")
    private @Nullable String account;

    @Option(names = "--all", description = "All accounts.")
    private boolean all;

    UnfreezeCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        if (all == (account != null)) {
            throw misuse("Name an account, or say --all");
        }
        return account == null ? all(gateway, terminal) : one(account, gateway, terminal);
    }

    private int all(AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.post("/unfreeze", "");
        terminal.line(
                wantsJson()
                        ? text(answer)
                        : "Back again: %d"
                                .formatted(gateway.read(THAWED, answer).thawed()));
        return 0;
    }

    private int one(String name, AdminClient gateway, Terminal terminal) throws AskException {
        var answer = gateway.post(AdminClient.account(name) + "/unfreeze", "");
        terminal.line(wantsJson() ? text(answer) : Words.standing(gateway.read(REPORT, answer)));
        return 0;
    }
}
