package io.geminigateway.cli;

import io.geminigateway.admin.AccountReport;
import io.geminigateway.admin.TestResult;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./gateway accounts test`: one after the other, each told as soon as it is known.
@Command(
        name = "test",
        description = "Make one small real call with each of these accounts, or with all that are in the pool.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every account answered", "1:one of them did not"})
final class TestCommand extends AccountCommand {
    private static final WireJson<TestResult> RESULT = WireJson.ofClient(TestResult.class);

    @Parameters(paramLabel = "ACCOUNT", description = "Files, with or without .json, or ids.")
    private @Nullable List<String> accounts;

    @Option(names = "--model", description = "With this model; gemini-3.5-flash-lite by default.", paramLabel = "MODEL")
    private @Nullable String model;

    TestCommand(AdminPort ports) {
        super(ports);
    }

    @Override
    int run(AdminClient gateway, Terminal terminal) throws AskException {
        var names = accounts == null ? all(gateway) : accounts;
        if (names.isEmpty()) {
            throw new AskException("There is no account to test");
        }
        var failed = 0;
        for (var name : names) {
            var answer = gateway.post(AdminClient.account(name) + "/test" + query(), "");
            var result = gateway.read(RESULT, answer);
            terminal.line(wantsJson() ? text(answer) : words(result, terminal));
            failed += result.ok() ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }

    private static List<String> all(AdminClient gateway) throws AskException {
        return gateway.read(LIST, gateway.get("/accounts")).accounts().stream()
                .filter(AccountReport::isInPool)
                .map(AccountReport::file)
                .toList();
    }

    private String query() {
        return model == null ? "" : "?model=" + URLEncoder.encode(model, StandardCharsets.UTF_8);
    }

    private static String words(TestResult result, Terminal terminal) {
        if (result.ok()) {
            return "%s  %s  %s answered in %d ms"
                    .formatted(terminal.in(Tone.GOOD, "ok    "), result.account(), result.model(), result.millis());
        }
        var remedy = result.remedy() == null ? "" : "; " + result.remedy();
        return "%s  %s  %s: %s%s"
                .formatted(
                        terminal.in(Tone.BAD, "failed"),
                        result.account(),
                        result.errorType(),
                        result.message() == null ? "" : result.message(),
                        remedy);
    }
}
