package io.geminigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.account.OAuthClient;
import io.geminigateway.account.SavedAccounts;
import io.geminigateway.account.Secret;
import io.geminigateway.setup.ImportCommand;
import io.geminigateway.setup.Place;
import io.geminigateway.setup.SetupCommand;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The wizard by its flags, against the simulator; `launcher/setup-check` drives it by its keys.
class SetupTest {
    private static final Pattern CONSENT = Pattern.compile("http://\\S+/oauth/auth\\?\\S+(?=\\s)");

    private final Simulator google = Simulator.start();
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void anApiKeyIsSavedForItsOwnerAlone() throws IOException {
        google.account("ada");

        var exit = setup("--kind", "api-key", "--keys-file", file("AQ.sim-ada"), "--name", "mine");

        assertThat(exit).isZero();
        var saved = home.resolve("accounts/mine.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
                .isEqualTo("rw-------");
        assertThat(out.toString()).contains("Saved accounts/mine.json").doesNotContain("AQ.sim");
    }

    @Test
    void aKeyThatGoogleRefusesIsNotSaved() throws IOException {
        var exit = setup("--kind", "api-key", "--keys-file", file("AQ.sim-nobody"));

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("API key not valid", "https://aistudio.google.com/apikey");
        assertThat(home.resolve("accounts")).doesNotExist();
    }

    @Test
    void anApiThatIsSwitchedOffIsToldWithItsLink() throws IOException {
        google.account("ada").always(Reaction.failure(GoogleError.PERMISSION_DENIED_SERVICE_DISABLED));

        setup("--kind", "api-key", "--keys-file", file("AQ.sim-ada"));

        assertThat(out.toString()).contains("Enable the API", "https://console.developers.google.com/apis/api/");
    }

    @Test
    void aNameThatIsTakenIsNeverOverwrittenUnasked() throws IOException {
        google.account("ada");
        google.account("eve");
        setup("--kind", "api-key", "--keys-file", file("AQ.sim-ada"), "--name", "mine");

        var refused = setup("--kind", "api-key", "--keys-file", file("AQ.sim-eve"), "--name", "mine");
        var both = setup(
                "--kind", "api-key", "--keys-file", file("AQ.sim-eve"), "--name", "mine", "--if-taken", "keep-both");

        assertThat(refused).isEqualTo(1);
        assertThat(both).isZero();
        assertThat(new SavedAccounts(home.resolve("accounts")).list())
                .extracting(SavedAccounts.Saved::file)
                .containsExactly("mine-2.json", "mine.json");
        assertThat(Files.readString(home.resolve("accounts/mine.json"))).contains("AQ.sim-ada");
    }

    @Test
    void aGoogleAccountSignsInAndIsSavedWithItsClient() throws Exception {
        google.account("bob");

        var exit = CompletableFuture.supplyAsync(() -> setup(
                "--kind",
                "google",
                "--backend",
                "vertex",
                "--accept-terms",
                "--project",
                "sim-bob",
                "--port",
                "0",
                "--no-browser"));
        visit("&auto=bob");

        assertThat(finished(exit)).isZero();
        assertThat(out.toString()).contains("Signed in as bob@sim.example");
        assertThat(Files.readString(home.resolve("accounts/sim-bob.json")))
                .contains("\"backend\": \"vertex\"", "\"client_id\": \"sim-client\"", "1//sim-bob");
    }

    @Test
    void aDenialSavesNothing() throws Exception {
        google.account("bob");

        var exit = CompletableFuture.supplyAsync(() ->
                setup("--kind", "google", "--backend", "code-assist", "--accept-terms", "--port", "0", "--no-browser"));
        visit("&deny=true");

        assertThat(finished(exit)).isEqualTo(1);
        assertThat(out.toString()).contains("Access was denied");
        assertThat(home.resolve("accounts")).doesNotExist();
    }

    @Test
    void whatIsMissingIsNamedByItsFlag() {
        assertThat(setup("--kind", "api-key")).isEqualTo(1);
        assertThat(out.toString()).contains("--keys-file is missing");
    }

    @Test
    void filesOfOtherProgramsAreTakenOver() throws IOException {
        var adc = Files.writeString(
                home.resolve("adc.json"), google.account("carol").authorizedUserFile());
        google.account("ada");

        var exit = command(new CommandLine(new ImportCommand(this::place)), adc.toString(), file("AQ.sim-ada"));

        assertThat(exit).isZero();
        assertThat(new SavedAccounts(home.resolve("accounts")).list())
                .extracting(SavedAccounts.Saved::file)
                .containsExactly("keys.json", "sim-carol.json");
    }

    private int setup(String... flags) {
        var line = new CommandLine(new SetupCommand(this::place));
        var all = new String[flags.length + 1];
        all[0] = "--non-interactive";
        System.arraycopy(flags, 0, all, 1, flags.length);
        return command(line, all);
    }

    private int command(CommandLine line, String... arguments) {
        return line.setOut(new PrintWriter(out, true)).execute(arguments);
    }

    private Place place() {
        var base = google.http().toString();
        var config = GatewayConfig.from(
                Map.of(
                        "GEMINI_API_ENDPOINT", base,
                        "CODE_ASSIST_ENDPOINT", base,
                        "VERTEX_ENDPOINT", base,
                        "OAUTH_TOKEN_ENDPOINT", google.tokenEndpoint().toString()),
                home);
        return new Place(
                home,
                config.accounts(),
                new OAuthClient(Simulator.CLIENT_ID, new Secret(Simulator.CLIENT_SECRET)),
                google.authEndpoint(),
                "http://localhost:3000/v1",
                () -> new Bench(config));
    }

    private String file(String content) throws IOException {
        return Files.writeString(home.resolve("keys.txt"), content).toString();
    }

    /// Follows the address that is printed, as a browser would.
    private void visit(String choice) throws IOException, InterruptedException {
        var address = CONSENT.matcher("");
        var patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!address.reset(out.toString()).find()) {
            assertThat(System.nanoTime()).as(out.toString()).isLessThan(patience);
            Thread.sleep(5);
        }
        try (var browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(address.group() + choice)).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private static int finished(CompletableFuture<Integer> exit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return exit.get(30, TimeUnit.SECONDS);
    }
}
