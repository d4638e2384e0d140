package io.geminigateway.cli;

import io.geminigateway.admin.Explanation;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.terminal.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./gateway accounts explain`.
@Command(
        name = "explain",
        description = "How a choice for this model would go now: each account's draw, and why the others are out.")
final class ExplainCommand extends AccountCommand {
    private static final WireJson<Explanation> EXPLANATION = WireJson.ofClient(Explanation.class);

    @Parameters(paramLabel = "MODEL", description = "Such as gemini-3.8-flash.")
    private @Nullable String model;

    ExplainCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var name = Objects.requireNonNull(model, "picocli demands it");
        var answer = gateway.get("/explain?model=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        if (wantsJson()) {
            terminal.line(text(answer));
            return 0;
        }
        var explanation = gateway.read(EXPLANATION, answer);
        if (explanation.down()) {
            terminal.line("%s seems to be down, whoever asks: calls go out slowly".formatted(explanation.model()));
        }
        if (explanation.accounts().isEmpty()) {
            terminal.line("There is no account yet: put a file into the accounts folder.");
        } else {
            new ContenderTable(terminal, ZoneId.systemDefault()).print(explanation.accounts());
        }
        return 0;
    }
}
