package io.geminigateway.demo;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The set of the demo: a pretend Google with three accounts, and the real gateway in front of it, in a folder of their
/// own that goes when the demo ends.
final class Stage implements AutoCloseable {
    static final String STEADY = "steady";
    static final String FLAKY = "flaky";
    static final String LIMITED = "limited";

    private static final Duration PACE = Duration.ofMillis(25);
    private static final String LONG = "word ".repeat(200).strip();

    private final TemporaryFolder folder;
    private final Simulator google;
    private final DemoGateway gateway;
    private final List<PoolNews> news = new CopyOnWriteArrayList<>();

    private Stage(Simulator google, DemoGateway.Starter starter, int port) throws IOException {
        var base = google.http().toString();
        this.google = google;
        folder = TemporaryFolder.make();
        var accounts = Files.createDirectory(folder.path().resolve("accounts"));
        for (var name : List.of(STEADY, FLAKY, LIMITED)) {
            Files.writeString(
                    accounts.resolve(name + ".json"), google.account(name).apiKeyFile());
        }
        var settings = Map.of(
                "HOST",
                "127.0.0.1",
                "PORT",
                Integer.toString(port),
                "GEMINI_API_ENDPOINT",
                base,
                "CODE_ASSIST_ENDPOINT",
                base,
                "VERTEX_ENDPOINT",
                base,
                "UPSTREAM_CA_FILE",
                google.caFile().toString(),
                "OAUTH_TOKEN_ENDPOINT",
                google.tokenEndpoint().toString());
        gateway = starter.start(settings, folder.path(), news::add);
    }

    /// One account that is well, one that fails, one with little quota.
    static Stage set(DemoGateway.Starter starter, int port) throws IOException {
        var google = Simulator.start();
        google.account(STEADY).latency(Duration.ofMillis(90)).betweenEvents(PACE);
        google.account(FLAKY)
                .latency(Duration.ofMillis(15))
                .betweenEvents(PACE)
                .always(Reaction.failure(GoogleError.INTERNAL_500));
        google.account(LIMITED)
                .latency(Duration.ofMillis(15))
                .betweenEvents(PACE)
                .requestsPerMinute(2);
        return new Stage(google, starter, port);
    }

    /// Three accounts that are all well, and models that are not.
    static Stage plain(DemoGateway.Starter starter, int port) throws IOException {
        var google = Simulator.start()
                .model("sim-broken", Reaction.failure(GoogleError.OVERLOADED_503))
                .model(
                        "sim-slow",
                        Reaction.text(LONG).after(Duration.ofSeconds(1)).paced(Duration.ofMillis(50)))
                .model("sim-unknown", Reaction.failure(GoogleError.MODEL_NOT_FOUND))
                .model("sim-refused", Reaction.failure(GoogleError.INVALID_ARGUMENT));
        for (var name : List.of(STEADY, FLAKY, LIMITED)) {
            google.account(name).betweenEvents(PACE);
        }
        return new Stage(google, starter, port);
    }

    int port() {
        return gateway.port();
    }

    Simulator google() {
        return google;
    }

    /// What happened in the pool so far.
    List<PoolNews> news() {
        return List.copyOf(news);
    }

    /// The upstream calls after the first `seen`, oldest first.
    List<Entry> callsAfter(int seen) {
        var calls = google.ledger().entries();
        return calls.subList(seen, calls.size());
    }

    int calls() {
        return google.ledger().entries().size();
    }

    @Override
    public void close() {
        gateway.close();
        google.close();
        folder.close();
    }
}
