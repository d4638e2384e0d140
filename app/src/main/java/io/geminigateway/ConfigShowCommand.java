package io.geminigateway;

import io.geminigateway.terminal.PrintingCommand;
import io.geminigateway.terminal.Terminal;
import io.geminigateway.terminal.Terminal.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./gateway config show`: every setting, its value without secrets, and where the value comes from; then all that is
/// wrong, as `serve` would tell it.
@Command(
        name = "show",
        description = "Show every setting, its value and where that comes from. Secrets are masked.",
        footer = {"", "The exit code is 2 if the gateway would not start with these settings."})
final class ConfigShowCommand extends PrintingCommand {
    private static final int INVALID = 2;
    private static final String DEFAULT = "default";

    @Mixin
    private final SettingFlags flags = new SettingFlags();

    @Option(
            names = {"-v", "--verbose"},
            description = "Say what each setting is for, too.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        var home = Home.folder();
        return show(Environment.read(home, flags.values()), home, terminal(), verbose);
    }

    static int show(Environment environment, Path home, Terminal terminal, boolean verbose) {
        var rows = Arrays.stream(Setting.values())
                .map(setting -> Row.of(setting, environment))
                .toList();
        var name = width(rows.stream().map(row -> row.setting.name()).toList());
        var value = width(rows.stream().map(Row::value).toList());
        for (var row : rows) {
            var line = ("%-" + name + "s  %-" + value + "s  %s").formatted(row.setting, row.value, row.source);
            terminal.line(terminal.in(row.source.equals(DEFAULT) ? Tone.DIM : Tone.PLAIN, line));
            if (verbose) {
                terminal.line(terminal.in(Tone.DIM, "    " + row.setting.meaning()));
            }
        }
        return tell(terminal, problems(environment, home), environment.doubts());
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(1);
    }

    private static List<String> problems(Environment environment, Path home) {
        try {
            GatewayConfig.from(environment, home);
            return List.of();
        } catch (Settings.InvalidSettings invalid) {
            return invalid.problems();
        }
    }

    private static int tell(Terminal terminal, List<String> problems, List<String> doubts) {
        var lines = new ArrayList<String>();
        doubts.forEach(doubt -> lines.add(terminal.in(Tone.WARM, doubt)));
        problems.forEach(problem -> lines.add(terminal.in(Tone.BAD, problem)));
        if (!lines.isEmpty()) {
            terminal.line();
            lines.forEach(terminal::line);
        }
        return problems.isEmpty() ? 0 : INVALID;
    }

    /// One setting, as it is shown.
    private record Row(Setting setting, String value, String source) {
        private static Row of(Setting setting, Environment environment) {
            return environment
                    .given(setting)
                    .filter(given -> !given.value().isBlank())
                    .map(given -> new Row(setting, setting.shown(given.value().strip()), given.source()))
                    .orElseGet(
                            () -> new Row(setting, setting.standard().isEmpty() ? "-" : setting.standard(), DEFAULT));
        }
    }
}
