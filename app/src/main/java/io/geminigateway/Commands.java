package io.geminigateway;

import ch.qos.logback.classic.Level;
import io.geminigateway.cli.AccountsCommand;
import io.geminigateway.demo.DemoCommand;
import io.geminigateway.demo.RehearseCommand;
import io.geminigateway.doctor.DoctorCommand;
import io.geminigateway.setup.ImportCommand;
import io.geminigateway.setup.Place;
import io.geminigateway.setup.SetupCommand;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// All commands: finds the one that was asked for and runs it.
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.class,
        description = "Runs applications written for OpenAI's API on a pool of Google Gemini accounts.",
        footer = {"", "Without a command it serves. Settings: see .env.example, and config show."})
final class Commands implements CommandLine.IVersionProvider {
    /// Returns the exit code.
    static int run(String[] arguments) {
        return new CommandLine(new Commands())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new SetupCommand(Commands::place))
                .addSubcommand(new ConfigCommand())
                .addSubcommand(
                        AccountsCommand.with(Commands::adminPort).addSubcommand(new ImportCommand(Commands::place)))
                .addSubcommand(new DoctorCommand(Examination::begin))
                .addSubcommand(new HealthcheckCommand())
                .addSubcommand(new DemoCommand(Demonstration::start))
                .addSubcommand(new RehearseCommand())
                .setExecutionExceptionHandler((thrown, command, _) ->
                        Mistake.tell(thrown, line -> command.getErr().println(line)))
                .execute(arguments);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Gemini Gateway " + Version.current()};
    }

    /// Where the wizard works; its own words are enough, so the log is quiet.
    private static Place place() throws IOException {
        LogLevel.set(Level.OFF);
        var home = Home.folder();
        var environment = Environment.read(home, Map.of());
        var config = GatewayConfig.from(environment, home);
        return new Place(
                home,
                config.accounts(),
                config.oauthClient(),
                GatewayConfig.consentPage(environment),
                Announcement.baseUrl(config.server().host(), config.server().port()),
                () -> new Bench(config));
    }

    private static OptionalInt adminPort(Optional<String> flag) throws IOException {
        var flags = flag.map(port -> Map.of("ADMIN_PORT", port)).orElse(Map.of());
        var port = GatewayConfig.adminPort(Environment.read(Home.folder(), flags));
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
