package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.anthropic.messages.HeardMessage;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole gateway, asked in Anthropic's words.
class AnthropicTest {
    private static final String SKIP = "skip_thought_signature_validator";
    private static final String[] VERSION = {"anthropic-version", "2023-06-01"};

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

    /// The simulator refuses a call that has lost its signature.
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aLoopOfThreeStepsGoesAllTheWayWhetherThoughtsComeBackOrNot(boolean streaming, boolean bringsThoughts) {
        var messages = new JsonArray()
                .add(
                        user(
                                "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} | clock {} | echo Warm."));
        JsonObject message;
        do {
            message = message(rig.post("/v1/messages?beta=true", question(messages, streaming), VERSION), streaming);
            messages.add(JsonObject.of("role", "assistant", "content", kept(message, bringsThoughts)));
            messages.add(JsonObject.of("role", "user", "content", results(message)));
        } while (message.getString("stop_reason").equals("tool_use"));

        assertThat(blocks(message, "text").map(block -> block.getString("text")))
                .containsExactly("Warm.");
        assertThat(bodies()).hasSize(4).noneMatch(body -> body.contains(SKIP));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherAccountAnswersWhereOneCannot(boolean streaming) {
        rig.google().next(Reaction.failure(GoogleError.INTERNAL_500));

        var response = rig.post("/v1/messages", question(talk("echo: hello"), streaming));

        assertThat(blocks(message(response, streaming), "text").map(block -> block.getString("text")))
                .containsExactly("hello");
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void aStreamThatBreaksEndsWithAnErrorAndNeverLooksComplete() {
        rig.google().next(Reaction.text("word ".repeat(200)).cutAfter(2000));

        var response = rig.post("/v1/messages", question(talk("hello"), true));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("event: content_block_delta\n", "event: error\ndata: {\"type\":\"error\",")
                .doesNotContain("message_delta", "message_stop");
    }

    @Test
    void aClientThatLeavesEndsTheCallToGoogle() throws IOException, InterruptedException {
        rig.google().next(Reaction.text("word ".repeat(2000)).paced(Duration.ofMillis(10)));
        var request = HttpRequest.newBuilder(rig.url("/v1/messages"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question(talk("hello"), true)))
                .build();

        try (var body = rig.http()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.read()).isPositive();
        }

        var call = rig.google().ledger().await(entry -> entry.end() == Entry.End.CLIENT_LEFT, Duration.ofSeconds(3));
        assertThat(call.eventsSent()).isLessThan(500);
    }

    @Test
    void theHeadSaysWhoIsMeantAndWhoAsked() {
        var response = rig.post("/v1/messages", question(talk("echo: hi"), false), "x-request-id", "mine-1");

        assertThat(response.headers().firstValue("request-id")).hasValue("mine-1");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/messages         | {                                            | 400 | invalid_request_error
        /v1/messages         | {"model":"gemini-3.8-flash","messages":[]}   | 400 | invalid_request_error
        /v1/messages/batches | {}                                           | 404 | not_found_error
        /v1/complete         | {}                                           | 404 | not_found_error
        """)
    void errorsAreTheCallersOwn(String path, String body, int status, String type) {
        var response = rig.post(path, body, "x-request-id", "mine-2");

        assertThat(response.statusCode()).isEqualTo(status);
        var error = new JsonObject(response.body());
        assertThat(error.getString("type")).isEqualTo("error");
        assertThat(error.getJsonObject("error").getString("type")).isEqualTo(type);
        assertThat(error.getString("request_id")).isEqualTo("mine-2");
    }

    @Test
    void aPathThatSeveralShareIsAnsweredInTheCallersWords() {
        assertThat(new JsonObject(rig.get("/v1/models?limit=1", VERSION).body()).fieldNames())
                .containsExactlyInAnyOrder("data", "has_more", "first_id", "last_id");
        assertThat(new JsonObject(rig.get("/v1/models").body()).getString("object"))
                .isEqualTo("list");
        assertThat(new JsonObject(
                                rig.get("/v1/models/gemini-3.8-flash", VERSION).body())
                        .getString("type"))
                .isEqualTo("model");
        assertThat(new JsonObject(rig.get("/v1/models/none", VERSION).body()).getString("type"))
                .isEqualTo("error");
        assertThat(new JsonObject(rig.get("/v1/files", VERSION).body()).getString("type"))
                .isEqualTo("error");
        assertThat(new JsonObject(rig.get("/v1/files").body())
                        .getJsonObject("error")
                        .getString("code"))
                .isEqualTo("not_found");
    }

    @Test
    void tokensAreCountedByGoogle() {
        var response = rig.post("/v1/messages/count_tokens?beta=true", """
                {"model":"claude-sonnet-5-5","system":"Be very brief.","messages":[{"role":"user","content":"one two"}]}""");

        assertThat(new JsonObject(response.body())).isEqualTo(JsonObject.of("input_tokens", 2));
        var call = rig.google().ledger().entries().getLast();
        assertThat(call.path()).endsWith("gemini-3.8-flash:countTokens");
        assertThat(call.body()).contains("Be very brief.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/hello"})
    void whoeverOnlyKnocksIsAnswered(String path) {
        var request = HttpRequest.newBuilder(rig.url(path)).HEAD().build();

        assertThat(rig.send(request).statusCode()).isEqualTo(200);
        assertThat(rig.google().ledger().entries()).isEmpty();
    }

    private static String question(JsonArray messages, boolean streaming) {
        return JsonObject.of(
                        "model",
                        Rig.MODEL,
                        "max_tokens",
                        4000,
                        "stream",
                        streaming,
                        "thinking",
                        JsonObject.of("type", "adaptive"),
                        "tools",
                        JsonArray.of(tool("weather"), tool("clock")),
                        "messages",
                        messages)
                .encode();
    }

    private static JsonObject tool(String name) {
        return JsonObject.of("name", name, "input_schema", JsonObject.of("type", "object"));
    }

    private static JsonArray talk(String text) {
        return JsonArray.of(user(text));
    }

    private static JsonObject user(String text) {
        return JsonObject.of("role", "user", "content", text);
    }

    private static JsonArray kept(JsonObject message, boolean bringsThoughts) {
        return new JsonArray(message.getJsonArray("content").stream()
                .map(JsonObject.class::cast)
                .filter(block -> bringsThoughts || !block.getString("type").equals("thinking"))
                .toList());
    }

    private static JsonArray results(JsonObject message) {
        return new JsonArray(blocks(message, "tool_use")
                .map(use -> JsonObject.of("type", "tool_result", "tool_use_id", use.getString("id"), "content", "21 C"))
                .toList());
    }

    private static Stream<JsonObject> blocks(JsonObject message, String type) {
        return message.getJsonArray("content").stream()
                .map(JsonObject.class::cast)
                .filter(block -> block.getString("type").equals(type));
    }

    private static JsonObject message(HttpResponse<String> response, boolean streaming) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return streaming ? HeardMessage.of(response.body()) : new JsonObject(response.body());
    }

    private List<String> bodies() {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.path().contains("enerateContent"))
                .map(Entry::body)
                .toList();
    }
}
