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
import picocli.CommandLine.ParseResult;

/// The program: finds the command and runs it. Without one it serves.
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        versionProvider = Main.class,
        description = "Runs applications written for OpenAI's API on a pool of Google Gemini accounts.",
        footer = {"", "Without a command it serves. Settings: see .env.example, and config show."})
public final class Main implements CommandLine.IVersionProvider {
    private static final int USAGE = 2;

    public static void main(String[] args) {
        var arguments = args.length == 0 ? new String[] {"serve"} : args;
        var exit = new CommandLine(new Main())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new SetupCommand(Main::place))
                .addSubcommand(new ConfigCommand())
                .addSubcommand(AccountsCommand.with(Main::adminPort).addSubcommand(new ImportCommand(Main::place)))
                .addSubcommand(new DoctorCommand(Examination::begin))
                .addSubcommand(new HealthcheckCommand())
                .addSubcommand(new DemoCommand(Demonstration::start))
                .addSubcommand(new RehearseCommand(Demonstration::start))
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments);
        System.exit(exit);
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

    /// What a person did wrong is told in a sentence; a bug keeps its stack trace.
    private static int explain(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        return switch (thrown) {
            case Settings.InvalidSettings invalid -> {
                command.getErr().println("The settings are not valid:");
                invalid.problems().forEach(problem -> command.getErr().println("  " + problem));
                yield USAGE;
            }
            case StartException failed -> {
                command.getErr().println(failed.getMessage());
                yield 1;
            }
            default -> throw thrown;
        };
    }
}
