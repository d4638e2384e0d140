package io.geminigateway.cli;

import io.geminigateway.admin.AccountList;
import io.geminigateway.admin.AccountReport;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.terminal.PrintingCommand;
import io.geminigateway.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all commands about accounts share: finding the gateway, and telling what came of it.
abstract class AccountCommand extends PrintingCommand {
    static final WireJson<AccountList> LIST = WireJson.ofClient(AccountList.class);
    static final WireJson<AccountReport> REPORT = WireJson.ofClient(AccountReport.class);

    private final AdminPort ports;

    @Option(names = "--json", description = "Print the gateway's answer as it is, in JSON.")
    private boolean json;

    @Option(
            names = "--admin-port",
            description = "Port of the gateway's operator's side; ADMIN_PORT, 3001 by default.",
            paramLabel = "PORT")
    private @Nullable String adminPort;

    AccountCommand(AdminPort ports) {
        this.ports = ports;
    }

    /// Asks, and prints the answer; the exit code.
    abstract int run(AdminClient gateway, Terminal terminal) throws AskException;

    @Override
    public final Integer call() throws IOException {
        var line = line();
        var port = ports.find(Optional.ofNullable(adminPort));
        if (port.isEmpty() || port.getAsInt() == 0) {
            line.getErr().println(unknown(port.isEmpty() ? "off" : "0"));
            return 1;
        }
        try (var gateway = new AdminClient(port.getAsInt())) {
            return run(gateway, terminal());
        } catch (AskException told) {
            line.getErr().println(told.getMessage());
            return 1;
        }
    }

    /// Whether to print the answer as it is.
    boolean wantsJson() {
        return json;
    }

    static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static String unknown(String setting) {
        return "ADMIN_PORT is %s, so it is not known where to ask. The running gateway's log names its operator's side; "
                        .formatted(setting)
                + "give its port: --admin-port PORT";
    }
}
