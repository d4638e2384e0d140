package io.geminigateway.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.openai.responses.ResponseEvents;
import io.geminigateway.openai.responses.StrictResponsesClient;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesTest {
    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aStreamIsWholeAndInOrder() {
        var answer = rig.post("/v1/responses", question("echo: one two three", true));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(text(followed(answer).getLast().getJsonObject("response"))).isEqualTo("one two three");
    }

    @Test
    void anotherAccountServesWhenOneIsExhausted() {
        rig.google().account("a").next(Reaction.rateLimited(Duration.ofSeconds(30)));
        rig.google().account("b").next(Reaction.text("served by b"));

        assertThat(text(ask("echo: x"))).isEqualTo("served by b");
    }

    @Test
    void aFailureBeforeTheFirstEventIsAStatus() {
        rig.google().model("refused", Reaction.failure(GoogleError.INVALID_ARGUMENT));

        var answer = rig.post("/v1/responses", "{\"model\":\"refused\",\"input\":\"x\",\"stream\":true}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer).getString("type")).isEqualTo("invalid_request_error");
    }

    @Test
    void aFailureAfterTheFirstEventIsTheLastEvent() {
        rig.google().next(Reaction.text("word ".repeat(200)).cutAfter(2000));

        var answer = rig.post("/v1/responses", question("hello", true));

        assertThat(answer.statusCode()).isEqualTo(200);
        var last = followed(answer).getLast();
        assertThat(last.getString("type")).isEqualTo("response.failed");
        assertThat(last.getJsonObject("response").getJsonObject("error").getString("code"))
                .isEqualTo("upstream_error");
        var id = last.getJsonObject("response").getString("id");
        assertThat(rig.get("/v1/responses/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aWebSocketIsRefusedInAWordThatClientsKnow() throws IOException {
        assertThat(handshake()).startsWith("HTTP/1.1 426 ").contains("\"code\":\"method_not_allowed\"");
        assertThat(rig.get("/v1/responses").statusCode()).isEqualTo(405);
    }

    @Test
    void aConversationGoesOnByTheIdOfTheLastAnswer() {
        var first = ask("echo: first");
        rig.restart();
        var second = go("{\"model\":\"%s\",\"input\":\"echo: second\",\"previous_response_id\":\"%s\"}"
                .formatted(Rig.MODEL, first.getString("id")));

        var third = go("{\"model\":\"%s\",\"input\":\"echo: third\",\"previous_response_id\":\"%s\"}"
                .formatted(Rig.MODEL, second.getString("id")));

        assertThat(third.getString("previous_response_id")).isEqualTo(second.getString("id"));
        assertThat(texts(lastBody())).containsExactly("echo: first", "first", "echo: second", "second", "echo: third");
    }

    @Test
    void anAnswerThatIsNotKeptCannotBeContinued() {
        var first = go("{\"model\":\"%s\",\"input\":\"echo: x\",\"store\":false}".formatted(Rig.MODEL));

        var answer = rig.post(
                "/v1/responses",
                "{\"model\":\"%s\",\"input\":\"x\",\"previous_response_id\":\"%s\"}"
                        .formatted(Rig.MODEL, first.getString("id")));

        assertThat(first.getBoolean("store")).isFalse();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer).getString("code")).isEqualTo("previous_response_not_found");
        assertThat(error(answer).getString("param")).isEqualTo("previous_response_id");
    }

    @Test
    void nothingIsKeptWhereTheOperatorDoesNotWantIt(@TempDir Path elsewhere) {
        var google = Simulator.start();
        try (var forgetful = Rig.with(
                elsewhere,
                google,
                Map.of("a.json", google.account("a").apiKeyFile()),
                Map.of("KEEP_RESPONSES", "false"))) {
            var response = new JsonObject(
                    forgetful.post("/v1/responses", question("echo: x", false)).body());

            assertThat(response.getBoolean("store")).isFalse();
            assertThat(forgetful
                            .get("/v1/responses/" + response.getString("id"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsKeptCanBeReadAndDeletedAndNotCancelled() {
        var response = ask("echo: kept");
        var path = "/v1/responses/" + response.getString("id");

        assertThat(new JsonObject(rig.get(path).body())).isEqualTo(response);
        assertThat(rig.get(path + "?stream=true").statusCode()).isEqualTo(400);
        assertThat(rig.post(path + "/cancel", "").statusCode()).isEqualTo(400);
        assertThat(delete(path)).isEqualTo(200);
        assertThat(rig.get(path).statusCode()).isEqualTo(404);
        assertThat(delete(path)).isEqualTo(404);
        rig.restart();
        assertThat(rig.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasAskedCanBeReadPageByPage() {
        var response = go("""
                {"model":"%s","input":[{"role":"user","content":"one"},{"role":"assistant","content":"two"},
                 {"type":"message","id":"msg_mine","role":"user","content":[{"type":"input_text","text":"echo: x"}]}]}
                """.formatted(Rig.MODEL));
        var path = "/v1/responses/%s/input_items".formatted(response.getString("id"));

        var first = new JsonObject(rig.get(path + "?limit=2").body());
        var rest = new JsonObject(
                rig.get(path + "?after=" + first.getString("last_id")).body());

        assertThat(first.getString("first_id")).isEqualTo("msg_mine");
        assertThat(first.getBoolean("has_more")).isTrue();
        assertThat(rest.getBoolean("has_more")).isFalse();
        assertThat(rest.getJsonArray("data")).hasSize(1);
        assertThat(rest.getJsonArray("data").getJsonObject(0).getJsonArray("content"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("type", "input_text").put("text", "one")));
        assertThat(rig.get(path + "?after=nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void whatARequestWouldCostIsCountedByGoogle() {
        var body = """
                {"model":"%s","input":[{"role":"user","content":"one two"},{"role":"assistant","content":"three"},
                 {"role":"user","content":"four"}],"reasoning":{"effort":"low"},"stream":true}
                """.formatted(Rig.MODEL);

        var count = new JsonObject(rig.post("/v1/responses/input_tokens", body).body());

        assertThat(count)
                .isEqualTo(
                        new JsonObject().put("object", "response.input_tokens").put("input_tokens", 4));
    }

    @Test
    void nobodyFindsWhatAnotherAskedFor(@TempDir Path elsewhere) {
        var google = Simulator.start();
        try (var locked = Rig.with(
                elsewhere, google, Map.of("a.json", google.account("a").apiKeyFile()), Map.of("API_KEYS", "ann,bob"))) {
            var answer = locked.post("/v1/responses", question("echo: mine", false), "authorization", "Bearer ann");
            var path = "/v1/responses/" + new JsonObject(answer.body()).getString("id");

            assertThat(locked.get(path, "x-api-key", "ann").statusCode()).isEqualTo(200);
            assertThat(locked.get(path, "authorization", "Bearer bob").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whenTheClientLeavesGoogleIsToldToStopAndNothingIsKept() throws Exception {
        rig.google().next(Reaction.text("word ".repeat(2000)).paced(Duration.ofMillis(10)));
        var request = HttpRequest.newBuilder(rig.url("/v1/responses"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question("hello", true)))
                .build();

        var answer = rig.http().send(request, HttpResponse.BodyHandlers.ofInputStream());
        String id;
        try (var body = answer.body()) {
            var begun = new String(body.readNBytes(400), UTF_8);
            id = begun.replaceAll("(?s).*\"id\":\"(resp_[A-Za-z0-9_]+)\".*", "$1");
        }

        rig.google().ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(3));
        assertThat(id).startsWith("resp_");
        assertThat(rig.get("/v1/responses/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotOfferedIsRefusedInSoManyWords() {
        assertThat(List.of(
                        refusal("\"background\":true"),
                        refusal("\"conversation\":\"conv_1\""),
                        refusal("\"prompt\":{\"id\":\"pmpt_1\"}"),
                        refusal("\"tools\":[{\"type\":\"mcp\"}],\"tool_choice\":{\"type\":\"mcp\"}")))
                .containsExactly("background", "conversation", "prompt", "tool_choice");
        assertThat(error(rig.post("/v1/responses/compact", "{}")).getString("message"))
                .contains("compact");
        assertThat(rig.post("/v1/conversations", "{}").statusCode()).isEqualTo(404);
        assertThat(error(rig.get("/v1/conversations/conv_1")).getString("message"))
                .contains("previous_response_id");
    }

    private String refusal(String fields) {
        var answer = rig.post("/v1/responses", "{\"model\":\"%s\",\"input\":\"x\",%s}".formatted(Rig.MODEL, fields));
        assertThat(answer.statusCode()).isEqualTo(400);
        return error(answer).getString("param");
    }

    /// What a client hears that begins a WebSocket.
    private String handshake() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
            socket.getOutputStream().write("""
                    GET /v1/responses HTTP/1.1\r
                    host: localhost\r
                    connection: Upgrade\r
                    upgrade: websocket\r
                    sec-websocket-version: 13\r
                    sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r
                    openai-beta: responses_websockets=2026-02-06\r
                    \r
                    """.getBytes(UTF_8));
            var answer = new StringBuilder();
            while (!answer.toString().endsWith("}}")) {
                answer.append((char) socket.getInputStream().read());
            }
            return answer.toString();
        }
    }

    private JsonObject ask(String text) {
        return go(question(text, false));
    }

    private JsonObject go(String body) {
        var answer = rig.post("/v1/responses", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private int delete(String path) {
        return rig.send(HttpRequest.newBuilder(rig.url(path)).DELETE().build()).statusCode();
    }

    private String lastBody() {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.path().contains("enerateContent"))
                .toList()
                .getLast()
                .body();
    }

    private static List<String> texts(String body) {
        return new JsonObject(body)
                .getJsonArray("contents").stream()
                        .map(JsonObject.class::cast)
                        .map(content ->
                                content.getJsonArray("parts").getJsonObject(0).getString("text"))
                        .toList();
    }

    private static List<JsonObject> followed(HttpResponse<String> answer) {
        var events = ResponseEvents.of(answer.body());
        var client = new StrictResponsesClient();
        events.forEach(client::hear);
        client.end();
        return events;
    }

    private static String text(JsonObject response) {
        return response.getJsonArray("output")
                .getJsonObject(0)
                .getJsonArray("content")
                .getJsonObject(0)
                .getString("text");
    }

    private static JsonObject error(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("error");
    }

    private static String question(String text, boolean stream) {
        return "{\"model\":\"%s\",\"stream\":%s,\"input\":\"%s\"}".formatted(Rig.MODEL, stream, text);
    }
}
