package io.geminigateway.endtoend;

import io.geminigateway.Gateway;
import io.geminigateway.GatewayConfig;
import io.geminigateway.pool.PoolListener;
import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.pool.RetryBudget;
import io.geminigateway.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// A pretend Google and the whole gateway in front of it, over real HTTP, in a folder of the test's.
public final class Rig implements AutoCloseable {
    public static final String MODEL = "gemini-3.8-flash";

    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final Path home;
    private final Simulator google;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final GatewayConfig config;
    private Gateway gateway;

    private Rig(Path home, Simulator google, GatewayConfig config) {
        this.home = home;
        this.google = google;
        this.config = config;
        this.gateway = start();
    }

    /// A gateway over plain http with these accounts, each by API key.
    public static Rig withKeys(Path home, String... names) {
        var google = Simulator.start();
        var files = new HashMap<String, String>();
        for (var name : names) {
            files.put(name + ".json", google.account(name).apiKeyFile());
        }
        return with(home, google, files, Map.of());
    }

    /// Tests make many calls fail that nobody would have to make in a day.
    private static GatewayConfig generous(GatewayConfig config) {
        return config.with(config.relay().retrying(new RetryBudget.Settings(1, 0, 1_000_000)));
    }

    /// A gateway with one account that, when it closes, waits no longer than this for what still runs.
    public static Rig draining(Path home, Duration atMost) {
        var google = Simulator.start();
        return with(
                home,
                google,
                Map.of("a.json", google.account("a").apiKeyFile()),
                Map.of(),
                config -> config.with(config.server().draining(atMost)).askingNothing());
    }

    /// A gateway with two accounts that asks the second one too when the first has not begun to answer by then.
    public static Rig hedging(Path home, Duration late) {
        var google = Simulator.start();
        return with(
                home,
                google,
                Map.of(
                        "a.json", google.account("a").apiKeyFile(),
                        "b.json", google.account("b").apiKeyFile()),
                Map.of("HEDGE", "on"),
                config -> config.with(
                                config.relay().hedging(config.relay().hedges().after(late)))
                        .askingNothing());
    }

    /// A gateway that asks for Google's lists of models by itself, as one outside of tests does.
    public static Rig learning(Path home, Simulator google, Map<String, String> files, Map<String, String> settings) {
        return with(home, google, files, settings, Rig::generous);
    }

    /// A gateway with these account files, and settings that win over the rig's own.
    public static Rig with(Path home, Simulator google, Map<String, String> files, Map<String, String> settings) {
        return with(home, google, files, settings, config -> generous(config).askingNothing());
    }

    private static Rig with(
            Path home,
            Simulator google,
            Map<String, String> files,
            Map<String, String> settings,
            UnaryOperator<GatewayConfig> change) {
        try {
            var accounts = Files.createDirectories(home.resolve("accounts"));
            for (var file : files.entrySet()) {
                Files.writeString(accounts.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var base = google.http().toString();
        var all = new HashMap<>(Map.of(
                "HOST",
                "127.0.0.1",
                "PORT",
                "0",
                "ADMIN_PORT",
                "0",
                "GEMINI_API_ENDPOINT",
                base,
                "CODE_ASSIST_ENDPOINT",
                base,
                "VERTEX_ENDPOINT",
                base,
                "OAUTH_TOKEN_ENDPOINT",
                google.tokenEndpoint().toString(),
                "OAUTH_CLIENT_ID",
                Simulator.CLIENT_ID,
                "OAUTH_CLIENT_SECRET",
                Simulator.CLIENT_SECRET));
        all.putAll(settings);
        return new Rig(home, google, change.apply(GatewayConfig.from(all, home)));
    }

    private Gateway start() {
        return Gateway.start(config, PoolListener.silent());
    }

    /// Starts the gateway once more in the same folder; the one before goes on as if it had crashed: it is not asked
    /// anything any more, and keeps what it knows to itself.
    public AutoCloseable crash() {
        var before = gateway;
        gateway = start();
        return before;
    }

    /// Closes the gateway and starts it again.
    public void restart() {
        gateway.close();
        gateway = start();
    }

    /// The folder of what the gateway keeps.
    public Path data() {
        return config.data();
    }

    public Simulator google() {
        return google;
    }

    public int port() {
        return gateway.port();
    }

    /// The operator's port.
    public int adminPort() {
        return gateway.adminPort();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public Path accountFile(String name) {
        return home.resolve("accounts").resolve(name);
    }

    public PoolSnapshot pool() {
        return gateway.pool().snapshot();
    }

    /// Ends every freeze, as an operator can.
    public void thawAll() {
        pool().accounts().forEach(member -> gateway.pool().thaw(member.id()));
    }

    /// Makes it as good as new for another test: nobody rests, and the ledger is empty.
    public void refresh() {
        google.ledger().clear();
        thawAll();
    }

    /// What the pool thinks of its accounts and models, without times and calls under way.
    public List<String> standing() {
        return pool().accounts().stream()
                .map(member -> "%s %s %.6f".formatted(member.file(), member.state(), member.mean()))
                .sorted()
                .toList();
    }

    public HttpResponse<String> chat(String body) {
        return post("/v1/chat/completions", body);
    }

    public HttpResponse<String> ask(String text) {
        return chat(question(text, false));
    }

    public HttpResponse<String> stream(String text) {
        return chat(question(text, true));
    }

    /// Each question is another visitor's, so that none is drawn to the account of the one before.
    public static String question(String text, boolean stream) {
        return """
                {"model":"%s","stream":%s,"user":"visitor %d","messages":[{"role":"user","content":"%s"}]}
                """.formatted(MODEL, stream, VISITORS.incrementAndGet(), text);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(url(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(url(path));
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpClient http() {
        return http;
    }

    /// Waits until the condition holds, or fails.
    public static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true within 10 s");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    public void closeGateway() {
        gateway.close();
    }

    @Override
    public void close() {
        gateway.close();
        google.close();
        http.close();
    }
}
