package io.geminigateway.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.terminal.PrintingCommand;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./gateway setup`. Each question of the wizard is a flag as well; secrets come from files, since the arguments of a
/// process can be read by everybody.
@Command(
        name = "setup",
        description = "Add, list, test and remove accounts. Asks for whatever no flag has answered.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done; the reason is printed", "2:wrong usage", "130:left by Ctrl-C"},
        footer = {
            "",
            "Examples:",
            "  ./gateway setup",
            "  ./gateway setup --non-interactive --kind api-key --keys-file keys.txt",
            "  ./gateway setup --kind google --backend vertex --project my-project"
        })
public final class SetupCommand extends PrintingCommand {
    private static final int LEFT = 130;

    private final Place.Finder finder;

    @Option(
            names = "--non-interactive",
            description = "Ask nothing: what no flag answers is what is usual, or an error.")
    private boolean silent;

    @Option(names = "--do", description = "add, list, test, remove or exit.", paramLabel = "WHAT")
    private @Nullable String what;

    @Option(names = "--kind", description = "Add an account: api-key, google or service-account.", paramLabel = "KIND")
    private @Nullable String kind;

    @Option(names = "--keys-file", description = "API keys, one a line; - is the standard input.", paramLabel = "FILE")
    private @Nullable String keysFile;

    @Option(names = "--name", description = "What the account's file is called, without .json.", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--backend", description = "vertex or code-assist, for a Google account.", paramLabel = "BACKEND")
    private @Nullable String backend;

    @Option(names = "--accept-terms", description = "The notice on Google's terms was read before.")
    private boolean acceptTerms;

    @Option(
            names = "--client-id",
            description = "Your OAuth client's ID; OAUTH_CLIENT_ID by default.",
            paramLabel = "ID")
    private @Nullable String clientId;

    @Option(
            names = "--client-secret-file",
            description = "A file with its secret; OAUTH_CLIENT_SECRET by default.",
            paramLabel = "FILE")
    private @Nullable String clientSecretFile;

    @Option(names = "--save-client", negatable = true, description = "Save that client in .env, or do not.")
    private @Nullable Boolean saveClient;

    @Option(names = "--project", description = "The Google Cloud project's ID.", paramLabel = "ID")
    private @Nullable String project;

    @Option(names = "--location", description = "Vertex AI's location; global by default.", paramLabel = "PLACE")
    private @Nullable String location;

    @Option(names = "--key-file", description = "The key file of a service account.", paramLabel = "FILE")
    private @Nullable String keyFile;

    @Option(
            names = "--port",
            description = "Where the browser comes back to; ${DEFAULT-VALUE}, or any free one.",
            defaultValue = "45289",
            paramLabel = "PORT")
    private int port;

    @Option(names = "--no-browser", description = "Open no browser; the address is printed in any case.")
    private boolean noBrowser;

    @Mixin
    private final IfTaken ifTaken = new IfTaken();

    @Option(names = "--if-refused", description = "The trial call fails: save or skip.", paramLabel = "WHAT")
    private @Nullable String ifRefused;

    @Option(
            names = "--account",
            description = "Which account to test or remove: its file, or all.",
            paramLabel = "FILE")
    private @Nullable String account;

    @Option(names = "--yes", description = "Remove without asking.")
    private boolean yes;

    public SetupCommand(Place.Finder finder) {
        this.finder = finder;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65_535) {
            throw misuse("--port: '%d' is not valid: expected a port".formatted(port));
        }
        try (var screen = silent ? null : screen()) {
            var page = screen == null ? new Page(terminal(), 80) : screen.page();
            try (var desk = new Desk(finder.find(), new Answers(flags(), screen), page)) {
                var browser = new Browser(
                        noBrowser ? Map.of() : System.getenv(), noBrowser ? "" : System.getProperty("os.name"));
                return new Wizard(desk, new SignIn(desk, browser, port)).run() ? 0 : 1;
            } catch (SetupException told) {
                page.bad(String.valueOf(told.getMessage()));
                return 1;
            } catch (LeftException left) {
                page.plain((left.getMessage() + " Left. Nothing unfinished was saved.").strip());
                return LEFT;
            }
        }
    }

    /// At a terminal with keys; line by line where there is none, or a poor one.
    @SuppressWarnings("SystemConsoleNull") // it is null where jdk.console names the old console
    private Screen screen() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"))) {
            var device = TerminalBuilder.builder().system(true).dumb(true).build();
            if (!device.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB)) {
                return new KeyScreen(device);
            }
            device.close();
        }
        return new LineScreen(new InputStreamReader(System.in, System.out.charset()), terminal());
    }

    private Map<String, String> flags() throws IOException {
        var flags = new HashMap<>(ifTaken.flags());
        put(flags, "do", what);
        put(flags, "kind", kind);
        put(flags, "keys-file", keysFile == null ? null : content(keysFile));
        put(flags, "name", name);
        put(flags, "backend", backend);
        put(flags, "accept-terms", acceptTerms ? "true" : null);
        put(flags, "client-id", clientId);
        put(flags, "client-secret-file", clientSecretFile == null ? null : content(clientSecretFile));
        put(flags, "save-client", saveClient == null ? null : saveClient.toString());
        put(flags, "project", project);
        put(flags, "location", location);
        put(flags, "key-file", keyFile);
        put(flags, "if-refused", ifRefused);
        put(flags, "account", account);
        put(flags, "yes", yes ? "true" : null);
        return flags;
    }

    private static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) {
            flags.put(name, value);
        }
    }

    private static String content(String file) throws IOException {
        try {
            return file.equals("-") ? new String(System.in.readAllBytes(), UTF_8) : Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new SetupException("%s cannot be read".formatted(file));
        }
    }
}
