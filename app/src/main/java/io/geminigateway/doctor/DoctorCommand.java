package io.geminigateway.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.doctor.Finding.State;
import io.geminigateway.gemini.WireJson;
import io.geminigateway.terminal.PrintingCommand;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./gateway doctor`.
@Command(
        name = "doctor",
        description = "Look for what stands in the way: settings, folders, ports, network, clock, every account.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing fails, though there may be warnings", "1:something fails", "2:wrong usage"})
public final class DoctorCommand extends PrintingCommand {
    private static final WireJson<Diagnosis> JSON = WireJson.ofClient(Diagnosis.class);

    private final Supplier<Patient.Finder> finder;

    @Option(names = "--json", description = "Print the findings in JSON.")
    private boolean json;

    public DoctorCommand(Supplier<Patient.Finder> finder) {
        this.finder = finder;
    }

    @Override
    public Integer call() {
        var terminal = terminal();
        try (var found = finder.get()) {
            var findings = new Doctor(found).examine(finding -> {
                if (!json) {
                    print(terminal, finding);
                }
            });
            var bad = count(findings, State.FAIL);
            if (json) {
                terminal.line(new String(JSON.write(new Diagnosis(bad == 0, findings)), UTF_8));
            } else {
                sum(terminal, bad, count(findings, State.WARN));
            }
            return bad == 0 ? 0 : 1;
        }
    }

    private static void print(Terminal terminal, Finding finding) {
        var mark = finding.is(State.OK)
                ? terminal.in(Tone.GOOD, "ok  ")
                : finding.is(State.WARN) ? terminal.in(Tone.WARM, "warn") : terminal.in(Tone.BAD, "FAIL");
        terminal.line("%s  %-12s %s".formatted(mark, finding.check(), finding.text()));
        if (finding.fix() != null) {
            terminal.line(" ".repeat(19) + terminal.in(Tone.COOL, "fix: ") + finding.fix());
        }
    }

    private static void sum(Terminal terminal, long bad, long odd) {
        terminal.line();
        terminal.line(
                bad + odd == 0
                        ? "All is well."
                        : "%d %s, %d %s."
                                .formatted(
                                        bad,
                                        bad == 1 ? "failure" : "failures",
                                        odd,
                                        odd == 1 ? "warning" : "warnings"));
    }

    private static long count(List<Finding> findings, State state) {
        return findings.stream().filter(finding -> finding.is(state)).count();
    }
}
