package io.geminigateway.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The simulator as a program: it runs until it is interrupted.
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description = "A pretend Google: OAuth, Code Assist, the Gemini API and Vertex AI.")
public final class Main implements Callable<Integer> {
    /// One `name:kind`.
    record Wanted(String name, AccountKind kind) {
        static Wanted parse(String text) {
            var halves = text.split(":", 2);
            var kind = halves.length == 1 ? "key" : halves[1];
            return new Wanted(
                    halves[0], AccountKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
    }

    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "The address to listen on (${DEFAULT-VALUE}).")
    private String host = "";

    @Option(names = "--http-port", defaultValue = "9080", description = "0: any free one (${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(names = "--https-port", defaultValue = "9443", description = "0: any free one (${DEFAULT-VALUE}).")
    private int httpsPort;

    @Option(
            names = "--accounts",
            split = ",",
            defaultValue = "ada:key,bob:login,carol:service-account",
            paramLabel = "name:kind",
            description = "Kinds: key, login, service-account, authorized-user (${DEFAULT-VALUE}).")
    private List<String> accounts = List.of();

    @Option(names = "--write-accounts", paramLabel = "DIR", description = "Write a file per account there.")
    private @Nullable Path directory;

    @Option(names = "--rpm", description = "Requests per minute, account and model.")
    private @Nullable Integer perMinute;

    @Option(names = "--rpd", description = "Requests per day, account and model.")
    private @Nullable Integer perDay;

    @Option(names = "--latency", defaultValue = "PT0S", description = "Before an answer, as in PT0.3S.")
    private Duration latency = Duration.ZERO;

    @Option(names = "--pause", defaultValue = "PT0S", description = "Between two events, as in PT0.05S.")
    private Duration pause = Duration.ZERO;

    @Option(
            names = "--clock-ahead",
            defaultValue = "PT0S",
            description = "How far its clock is ahead of this machine's, as in PT10M.")
    private Duration ahead = Duration.ZERO;

    @Spec
    void spec(CommandSpec ofThisRun) {
        spec = ofThisRun;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public Integer call() throws IOException {
        var wanted = accounts.stream().map(this::parse).toList();
        try (var google = Simulator.start(SimulatorOptions.defaults()
                .listeningOn(host)
                .onPorts(httpPort, httpsPort)
                .at(InstantSource.offset(InstantSource.system(), ahead))
                .remembering(1_000))) {
            for (var account : wanted) {
                setUp(google.account(account.name()), account.kind());
            }
            announce(google, spec.commandLine().getOut());
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Wanted parse(String text) {
        try {
            return Wanted.parse(text);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--accounts: '%s' is not valid: expected name:kind with key, login, service-account or authorized-user"
                            .formatted(text),
                    unknown);
        }
    }

    private void setUp(SimulatedAccount account, AccountKind kind) throws IOException {
        account.latency(latency).betweenEvents(pause);
        if (perMinute != null) {
            account.requestsPerMinute(perMinute);
        }
        if (perDay != null) {
            account.requestsPerDay(perDay);
        }
        if (directory != null) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(account.name() + ".json"), kind.fileOf(account));
        }
    }

    private static void announce(Simulator google, PrintWriter out) {
        out.printf("# The pretend Google also listens on %s, trusting %s%n", google.https(), google.caFile());
        out.printf("export GEMINI_API_ENDPOINT=%s%n", google.http());
        out.printf("export CODE_ASSIST_ENDPOINT=%s%n", google.http());
        out.printf("export VERTEX_ENDPOINT=%s%n", google.http());
        out.printf("export OAUTH_TOKEN_ENDPOINT=%s%n", google.tokenEndpoint());
        out.printf("export OAUTH_AUTH_ENDPOINT=%s%n", google.authEndpoint());
        out.printf("export OAUTH_CLIENT_ID=%s%n", Simulator.CLIENT_ID);
        out.printf("export OAUTH_CLIENT_SECRET=%s%n", Simulator.CLIENT_SECRET);
        out.flush();
    }
}
