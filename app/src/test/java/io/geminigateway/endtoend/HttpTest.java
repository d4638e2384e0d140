package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    @TempDir
    private static Path home;

    private static Rig open;
    private static Rig closed;

    @BeforeAll
    static void start() {
        open = Rig.withKeys(home.resolve("open"), "a");
        var google = Simulator.start();
        closed = Rig.with(
                home.resolve("closed"),
                google,
                Map.of("a.json", google.account("a").apiKeyFile()),
                Map.of("API_KEYS", "sesame,open"));
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat/completions",
                "/chat/completions",
                "/v1/v1/chat/completions",
                "/v1/chat/completions/",
                "//v1/chat/completions",
                "/v1beta/openai/chat/completions",
                "/openai/deployments/any-name/chat/completions?api-version=2024-06-01"
            })
    void anyWayToTypeTheBaseUrlWorks(String path) {
        var answer = open.post(path, Rig.question("echo: hello", false));

        assertThat(Told.whole(answer).text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing,404",
        "POST,/nothing,404",
        "GET,/v1/chat/completions,405",
        "DELETE,/v1/models,405",
        "GET,/v1/models/no-such-model,404"
    })
    void whatIsNotThereIsRefusedAsOpenAiWould(String method, String path, int status) {
        var answer = open.send(HttpRequest.newBuilder(open.url(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        assertThat(new JsonObject(answer.body()).getJsonObject("error").fieldNames())
                .containsExactlyInAnyOrder("message", "type", "param", "code");
    }

    @Test
    void aWrongMethodIsToldTheRightOne() {
        var answer = open.get("/v1/chat/completions");

        assertThat(answer.headers().firstValue("allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"x\"", "{\"model\":7,\"messages\":[]}", "{\"messages\":[]}"})
    void aMalformedBodyIsTheClientsMistake(String body) {
        var answer = open.chat(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request_error").doesNotContain("java");
    }

    @Test
    void anEncodedBodyIsRefused() {
        var answer = open.post("/v1/chat/completions", "{}", "content-encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), open.port())) {
            socket.getOutputStream().write("""
                    POST /v1/chat/completions HTTP/1.1\r
                    host: x\r
                    content-length: 99999999999\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void everyAnswerNamesItsRequest() {
        assertThat(open.ask("echo: x").headers().firstValue("x-request-id"))
                .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
        assertThat(open.get("/nothing").headers().firstValue("x-request-id")).isPresent();
        assertThat(open.post("/v1/chat/completions", "{}", "x-request-id", "mine-42")
                        .headers()
                        .firstValue("x-request-id"))
                .hasValue("mine-42");
        assertThat(open.post("/v1/chat/completions", "{}", "x-request-id", "with space")
                        .headers()
                        .firstValue("x-request-id"))
                .hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    }

    @Test
    void noTwoAnswersHaveOneIdWhateverTheClientCallsItsRequests() {
        var body = """
                {"model": "gemini-3.8-flash", "messages": [{"role": "user", "content": "echo: x"}]}""";

        var one = open.post("/v1/chat/completions", body, "x-request-id", "always-the-same");
        var other = open.post("/v1/chat/completions", body, "x-request-id", "always-the-same");

        var id = new JsonObject(one.body()).getString("id");
        assertThat(id).startsWith("chatcmpl-");
        assertThat(new JsonObject(other.body()).getString("id"))
                .startsWith("chatcmpl-")
                .isNotEqualTo(id);
        assertThat(other.headers().firstValue("x-request-id")).hasValue("always-the-same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions", "/v1/models", "/anything/at/all"})
    void aBrowserMayAskFirstWithoutAKey(String path) {
        var answer = closed.send(HttpRequest.newBuilder(closed.url(path))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("origin", "https://chat.example")
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "authorization,content-type,x-stainless-os")
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
        assertThat(answer.headers().firstValue("access-control-allow-headers"))
                .hasValue("authorization,content-type,x-stainless-os");
        assertThat(answer.headers().firstValue("access-control-allow-methods").orElseThrow())
                .contains("POST");
    }

    @Test
    void aBrowserCanReadErrorsToo() {
        for (var answer : new HttpResponse<?>[] {
            closed.post("/v1/chat/completions", "{}", "origin", "https://chat.example"),
            closed.get("/nothing", "origin", "https://chat.example")
        }) {
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue("*");
            assertThat(answer.headers()
                            .firstValue("access-control-expose-headers")
                            .orElseThrow())
                    .contains("x-request-id")
                    .contains("retry-after");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "authorization,Bearer sesame",
        "authorization,bearer open",
        "x-api-key,sesame",
        "x-goog-api-key,sesame",
        "api-key,sesame"
    })
    void aKeyIsTheSameInEveryPlace(String header, String value) {
        var answer = closed.post("/v1/chat/completions", Rig.question("echo: hello", false), header, value);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyMayBeInTheQuery() {
        assertThat(closed.get("/v1/models?key=sesame").statusCode()).isEqualTo(200);
        assertThat(closed.get("/v1/models?key=wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutTheRightKeyNobodyEnters() {
        assertThat(closed.ask("hello").statusCode()).isEqualTo(401);
        assertThat(closed.ask("hello").body()).contains("invalid_api_key");
        assertThat(closed.get("/v1/models").statusCode()).isEqualTo(401);
        assertThat(closed.get("/v1/models", "authorization", "Bearer sesam").statusCode())
                .isEqualTo(401);
        assertThat(closed.get("/v1/models", "authorization", "Basic sesame").statusCode())
                .isEqualTo(401);
    }

    @Test
    void oneKeyMayBeShownTwice() {
        var answer = closed.get("/v1/models", "authorization", "Bearer sesame", "api-key", "sesame");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyOfAnotherServiceBesideOursDoesNoHarm() {
        var answer = closed.get("/v1/models", "authorization", "Bearer sesame", "x-api-key", "other");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(closed.get("/v1/models", "authorization", "Bearer one", "x-api-key", "other")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void twoKeysOfOursAtOnceAreRefused() {
        var answer = closed.get("/v1/models", "authorization", "Bearer sesame", "x-api-key", "open");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void healthNeedsNoKey() {
        assertThat(closed.get("/livez").statusCode()).isEqualTo(200);
        assertThat(closed.get("/healthz").statusCode()).isEqualTo(200);
        assertThat(closed.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void anyKeyWillDoWhileNoneIsConfigured() {
        assertThat(open.post("/v1/chat/completions", Rig.question("echo: x", false), "authorization", "Bearer whatever")
                        .statusCode())
                .isEqualTo(200);
        assertThat(open.ask("echo: x").statusCode()).isEqualTo(200);
    }

    @Test
    void theModelsAreListedAndDescribed() {
        var list = new JsonObject(open.get("/v1/models").body());
        var one = new JsonObject(open.get("/v1/models/" + Rig.MODEL).body());

        assertThat(list.getString("object")).isEqualTo("list");
        assertThat(list.getJsonArray("data")).contains(one);
        assertThat(one.getString("object")).isEqualTo("model");
        assertThat(one.getInteger("created")).isPositive();
        assertThat(open.get("/models/models%2F" + Rig.MODEL).statusCode()).isEqualTo(200);
    }

    @Test
    void noCredentialOfTheClientsReachesGoogle() {
        open.google().ledger().clear();

        open.post("/v1/chat/completions?key=canary", Rig.question("echo: x", false), "x-goog-api-key", "canary");

        assertThat(open.google().ledger().entries()).singleElement().satisfies(call -> {
            assertThat(call.headers().toString() + call.path()).doesNotContain("canary");
            assertThat(call.path()).doesNotContain("key=");
        });
    }
}
