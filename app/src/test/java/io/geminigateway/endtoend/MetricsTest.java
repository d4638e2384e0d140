package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.geminigateway.telemetry.MetricList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a scraper reads of the gateway after all sorts of requests.
class MetricsTest {
    private static final String KEY = "canary-key-4711";
    private static final String TOKEN = "canary-token-4711";

    /// Recorded in moments that no test can bring about at will.
    private static final Set<String> RARE = Set.of("gemini_gateway_admission_rejected_total");

    @TempDir
    private Path home;

    @Test
    void namesAndLabelsAreThoseOfTheList() throws Exception {
        try (var rig = mixed()) {
            var list = MetricList.inPrometheus();
            var wrong = new TreeSet<String>();
            var seen = new TreeSet<String>();

            for (var series : Scrape.of(rig).series().keySet()) {
                var name = Scrape.name(series);
                if (name.startsWith("jvm_") || name.startsWith("process_")) {
                    continue;
                }
                var metric = name.replaceFirst("_(bucket|sum|count)$", "");
                var labels = new TreeSet<>(Scrape.labels(series).keySet());
                labels.remove("le");
                seen.add(metric);
                if (!list.containsKey(metric) || !list.get(metric).containsAll(labels)) {
                    wrong.add(series);
                }
            }
            seen.addAll(RARE);

            assertThat(wrong).isEmpty();
            assertThat(seen).isEqualTo(new TreeSet<>(list.keySet()));
        }
    }

    @Test
    void whatIsCountedTwiceComesToTheSame() throws Exception {
        try (var rig = mixed()) {
            var asked = rig.google().ledger().entries().stream()
                    .filter(entry -> entry.path().contains("enerateContent"))
                    .count();

            var scrape = Scrape.of(rig);

            assertThat(scrape.sum("gemini_gateway_requests_total"))
                    .isEqualTo(scrape.sum("http_server_request_duration_seconds_count"));
            assertThat(scrape.sum("gemini_gateway_requests_total") - ok(scrape))
                    .isEqualTo(scrape.sum("gemini_gateway_request_errors_total"));
            assertThat(scrape.sum("gemini_gateway_attempts_total"))
                    .isEqualTo(scrape.sum("gen_ai_client_operation_duration_seconds_count"))
                    .isEqualTo(scrape.sum("gemini_gateway_request_attempts_sum"))
                    .isEqualTo(asked - 1.0); // a test of the operator's is no attempt
            assertThat(scrape.sum("gemini_gateway_pool_accounts")).isEqualTo(4);
            assertThat(scrape.sum("gemini_gateway_pool_accounts", "state=\"disabled\""))
                    .isEqualTo(1);
            assertThat(scrape.sum("gemini_gateway_tokens_total", "type=\"input\"")
                            + scrape.sum("gemini_gateway_tokens_total", "type=\"output\"")
                            + scrape.sum("gemini_gateway_tokens_discarded_total"))
                    .isEqualTo(scrape.sum("gen_ai_client_token_usage_sum"));
        }
    }

    @Test
    void nothingIsUnderWayWhenAllIsDone() throws Exception {
        try (var rig = mixed()) {
            var scrape = Scrape.of(rig);

            assertThat(scrape.sum("gemini_gateway_stream_active")).isZero();
            assertThat(scrape.sum("gemini_gateway_stream_ends_total"))
                    .as("two that went well, one that the client left")
                    .isEqualTo(3);
            assertThat(scrape.sum("gemini_gateway_account_inflight")).isZero();
            assertThat(scrape.sum("gemini_gateway_admission_inflight")).isZero();
            assertThat(scrape.sum("gemini_gateway_admission_queued")).isZero();
            assertThat(scrape.sum("gemini_gateway_memory_request_bodies_bytes")).isZero();
        }
    }

    @Test
    void aFrozenAccountIsSeenToRestAndForHowLong() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            new Operator(rig).post("/accounts/a/freeze", "{\"seconds\":3600}");

            var scrape = Scrape.of(rig);

            assertThat(scrape.sum("gemini_gateway_pool_accounts", "state=\"frozen\""))
                    .isEqualTo(1);
            assertThat(scrape.sum("gemini_gateway_pool_accounts", "state=\"active\""))
                    .isEqualTo(1);
            assertThat(scrape.sum("gemini_gateway_account_freezes_total", "error_type=\"operator\""))
                    .isEqualTo(1);
            assertThat(scrape.sum("gemini_gateway_account_frozen_until_seconds"))
                    .isGreaterThan(System.currentTimeMillis() / 1000.0 + 3000);
            assertThat(scrape.sum("gemini_gateway_admin_actions_total", "action=\"freeze\"", "result=\"ok\""))
                    .isEqualTo(1);
        }
    }

    @Test
    void modelsThatAreMadeUpShareOneSeries() {
        try (var rig = Rig.withKeys(home, "a")) {
            ask(rig, 0, 100);
            var before = Scrape.of(rig).count(name -> !name.startsWith("jvm_"));

            ask(rig, 100, 600);

            var after = Scrape.of(rig).count(name -> !name.startsWith("jvm_"));
            assertThat(after).isEqualTo(before);
            assertThat(Scrape.of(rig).text()).contains("\"other\"").doesNotContain("made-up");
        }
    }

    @Test
    void noSecretIsALabel() throws Exception {
        try (var rig = mixed()) {
            var login = rig.google().account("login").loginFile();

            var text = Scrape.of(rig).text();

            assertThat(text).doesNotContain(KEY, "canary", "echo", "@", Simulator.CLIENT_SECRET, "project");
            for (var word : login.split("\"", -1)) {
                if (word.length() > 15 && !word.contains("_") && !word.contains("http")) {
                    assertThat(text).doesNotContain(word);
                }
            }
        }
    }

    @Test
    void aScraperGetsTheFormatThatItAsksFor() throws Exception {
        try (var rig = Rig.withKeys(home, "a")) {
            var plain = rig.send(Scrape.request(rig).build());
            var open = rig.send(Scrape.request(rig)
                    .header("accept", "application/openmetrics-text;version=1.0.0;q=0.8,text/plain;q=0.5")
                    .build());
            var zipped = rig.http()
                    .send(
                            Scrape.request(rig)
                                    .header("accept-encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());

            assertThat(plain.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
            assertThat(open.headers().firstValue("content-type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("application/openmetrics-text; version=1.0.0"));
            assertThat(open.body()).endsWith("# EOF\n");
            assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
            assertThat(unzipped(zipped.body())).contains("# TYPE gemini_gateway_ready gauge");
        }
    }

    @Test
    void onlyTheOperatorMayScrapeAndOnlyWithTheTokenWhereThereIsOne() {
        var google = Simulator.start();
        var files = Map.of("a.json", google.account("a").apiKeyFile());
        try (var rig = Rig.with(home, google, files, Map.of("METRICS_TOKEN", TOKEN))) {
            assertThat(rig.get("/metrics").statusCode()).isEqualTo(404);
            assertThat(Operator.status(rig.adminPort(), "GET /metrics HTTP/1.1", "Host: evil.example"))
                    .isEqualTo(403);
            assertThat(rig.send(Scrape.request(rig).build()).statusCode()).isEqualTo(401);
            assertThat(rig.send(bearing(rig, TOKEN + "x")).statusCode()).isEqualTo(401);

            var scrape = rig.send(bearing(rig, TOKEN));

            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(scrape.body()).doesNotContain(TOKEN);
            assertThat(Scrape.read(scrape.body()).sum("gemini_gateway_auth_failures_total", "surface=\"admin\""))
                    .isEqualTo(3);
        }
    }

    /// A gateway that has met nearly everything: good answers in all dialects, faults of clients and of Google's, a
    /// freeze, a client that leaves, an operator's words.
    private Rig mixed() throws Exception {
        var google = Simulator.start();
        var rig = Rig.with(
                home,
                google,
                Map.of(
                        "a.json", google.account("a").apiKeyFile(),
                        "b.json", google.account("b").apiKeyFile(),
                        "login.json", google.account("login").loginFile(Duration.ZERO),
                        "off.json", google.account("off").apiKeyFile().replaceFirst("\\{", "{\"disabled\":true,")),
                Map.of("API_KEYS", KEY));
        good(rig);
        bad(rig);
        leaves(rig);
        operated(rig);
        Rig.until(() -> settled(Scrape.of(rig)));
        return rig;
    }

    private static void good(Rig rig) {
        post(rig, "/v1/chat/completions", Rig.question("echo: hello", false));
        post(rig, "/v1/chat/completions", Rig.question("echo: a few words more", true));
        post(rig, "/v1/messages", """
                {"model":"%s","max_tokens":99,"stream":true,"messages":[{"role":"user","content":"echo: to you too"}]}
                """.formatted(Rig.MODEL));
        post(rig, "/v1beta/models/%s:generateContent".formatted(Rig.MODEL), """
                {"contents":[{"role":"user","parts":[{"text":"echo: hello"}]}]}""");
        rig.get("/v1/models", "authorization", "Bearer " + KEY);
    }

    private static void bad(Rig rig) {
        post(rig, "/v1/chat/completions", "{");
        post(rig, "/v1/nonsense", "{}");
        rig.chat(Rig.question("without a key", false));
        rig.google().next(Reaction.error(500, "{}"));
        post(rig, "/v1/chat/completions", Rig.question("echo: moved on", false));
        rig.google().next(Reaction.rateLimited(Duration.ofMinutes(5)));
        post(rig, "/v1/chat/completions", Rig.question("echo: moved on again", false));
        rig.google().next(Reaction.chunks(List.of("""
                {"candidates":[{"finishReason":"OTHER"}],"usageMetadata":{"promptTokenCount":3,"totalTokenCount":3}}""")));
        post(rig, "/v1/chat/completions", Rig.question("echo: and again", false));
    }

    /// A client that is gone after the first words.
    private static void leaves(Rig rig) throws IOException {
        rig.google().next(Reaction.silenceAfter(1));
        var body = Rig.question("echo: one two three", true);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            var head =
                    "POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer %s\r\ncontent-length: %d\r\n\r\n"
                            .formatted(KEY, body.length());
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }

    private static void operated(Rig rig) {
        var operator = new Operator(rig);
        operator.post("/accounts/login/test", "");
        for (var name : List.of("a", "b", "login")) {
            operator.post("/accounts/%s/freeze".formatted(name), "{\"seconds\":3600}");
        }
        post(rig, "/v1/chat/completions", Rig.question("echo: to nobody", false));
        operator.post("/unfreeze", "");
        Operator.status(rig.adminPort(), "GET /accounts HTTP/1.1", "Host: evil.example");
    }

    /// The last words of a request are counted when it is over, a moment after the client has its answer.
    private static boolean settled(Scrape scrape) {
        return scrape.sum("gemini_gateway_admission_inflight") == 0
                && scrape.sum("gemini_gateway_requests_total", "outcome=\"client_closed\"") == 1
                && scrape.sum("gemini_gateway_oauth_refreshes_total") > 0;
    }

    private static double ok(Scrape scrape) {
        return scrape.sum("gemini_gateway_requests_total", "outcome=\"ok\"");
    }

    private static void ask(Rig rig, int from, int to) {
        for (var i = from; i < to; i++) {
            rig.chat(Rig.question("echo: hello", false).replace(Rig.MODEL, "made-up-" + i));
        }
    }

    private static HttpResponse<String> post(Rig rig, String path, String body) {
        return rig.post(path, body, "authorization", "Bearer " + KEY);
    }

    private static HttpRequest bearing(Rig rig, String token) {
        return Scrape.request(rig).header("authorization", "Bearer " + token).build();
    }

    private static String unzipped(byte[] body) throws IOException {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
