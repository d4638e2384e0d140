package io.geminigateway.setup;

import io.geminigateway.terminal.PrintingCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./gateway accounts import`. Asks nothing, so that scripts can use it.
@Command(
        name = "import",
        description = {
            "Take over accounts: gcloud's and gemini-cli's files, service account keys, lists of API keys, whole folders.",
            "Each is tried with one small call before it is saved."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of them are there", "1:some are not; the reason is printed", "2:wrong usage"})
public final class ImportCommand extends PrintingCommand {
    private static final int WIDTH = 100;

    private final Place.Finder finder;

    @Parameters(paramLabel = "FILE", description = "Files, or folders of account files.", arity = "0..*")
    private @Nullable List<Path> sources;

    @Option(names = "--project", description = "For files that name no project.", paramLabel = "ID")
    private @Nullable String project;

    @Option(names = "--untested", description = "Save without a trial call.")
    private boolean untested;

    @Mixin
    private final IfTaken ifTaken = new IfTaken();

    public ImportCommand(Place.Finder finder) {
        this.finder = finder;
    }

    @Override
    public Integer call() throws IOException {
        var page = new Page(terminal(), WIDTH);
        if (sources == null || sources.isEmpty()) {
            suggest(page);
            return 2;
        }
        var failed = 0;
        try (var desk = new Desk(finder.find(), new Answers(ifTaken.flags(), null), page)) {
            var importing = new Import(desk, Optional.ofNullable(project), !untested);
            for (var source : sources) {
                failed += importing.take(source);
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private static void suggest(Page page) {
        page.bad("Name the files to import.");
        usualPlaces().filter(Files::isReadable).forEach(file -> page.plain("Found: ./gateway accounts import " + file));
    }

    private static Stream<Path> usualPlaces() {
        var home = Path.of(System.getProperty("user.home"));
        var gcloud = Optional.ofNullable(System.getenv("CLOUDSDK_CONFIG"))
                .map(Path::of)
                .orElse(home.resolve(".config/gcloud"));
        return Stream.of(
                gcloud.resolve("application_default_credentials.json"), home.resolve(".gemini/oauth_creds.json"));
    }
}
