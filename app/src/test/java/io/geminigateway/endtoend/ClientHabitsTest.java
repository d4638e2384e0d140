package io.geminigateway.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What applications do that their makers' documentation does not tell.
class ClientHabitsTest {
    @SharedRig
    private static Rig rig;

    @Test
    void aLargeBodyComesInChunksOfNoAnnouncedLength() {
        var body = Rig.question("echo: hello", false).getBytes(UTF_8);

        var answer = rig.send(HttpRequest.newBuilder(rig.url("/v1/chat/completions"))
                .header("content-type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(Told.whole(answer).text()).isEqualTo("hello");
    }

    /// openai-node asks for JSON when it wants a stream.
    @ParameterizedTest
    @CsvSource({
        "application/json, true, text/event-stream",
        "text/event-stream, false, application/json",
        "*/*, true, text/event-stream"
    })
    void whetherItStreamsIsTheBodysWord(String accept, boolean stream, String type) {
        var answer = rig.post("/v1/chat/completions", Rig.question("hello", stream), "accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(type);
    }

    @Test
    void headersOfTheirOwnDoNoHarmAndGoNoFurther() {
        var answer = rig.post(
                "/v1/chat/completions",
                Rig.question("echo: hello", false),
                "x-stainless-retry-count",
                "1",
                "openai-beta",
                "assistants=v2",
                "openai-organization",
                "org-1",
                "idempotency-key",
                "k",
                "x-openwebui-user-name",
                "J%C3%BCrgen",
                "x-session-id",
                "s");

        assertThat(Told.whole(answer).text()).isEqualTo("hello");
        assertThat(rig.google().ledger().entries())
                .singleElement()
                .satisfies(call -> assertThat(call.headers().keySet())
                        .noneMatch(name -> name.startsWith("x-stainless") || name.startsWith("x-openwebui")));
    }

    @Test
    void usageThatIsAskedForWithoutAStreamIsThereAnyway() {
        var body = new JsonObject(Rig.question("hello", false)).put("stream_options", new JsonObject());

        var answer = rig.chat(body.encode());

        assertThat(new JsonObject(answer.body()).getJsonObject("usage").getInteger("total_tokens"))
                .isPositive();
    }

    /// NextChat's balance, clients that know Ollama only, Continue's and Dify's extras: an honest 404, in JSON.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /dashboard/billing/usage?start_date=2026-11-01",
                "GET /dashboard/billing/subscription",
                "GET /api/tags",
                "POST /api/chat",
                "POST /v1/fim/completions",
                "POST /v1/rerank",
                "POST /v1/assistants"
            })
    void whatOthersOfferIsNotFound(String request) {
        var words = request.split(" ", -1);

        var answer = rig.send(HttpRequest.newBuilder(rig.url(words[1]))
                .method(words[0], HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getJsonObject("error").getString("type"))
                .isEqualTo("invalid_request_error");
    }

    /// One action of a user is a handful of requests: the answer, a title, tags, what to ask next; some by models of
    /// the
    /// client's own choice.
    @Test
    void aHandfulOfRequestsAtOnceIsAnsweredWhateverModelTheyName() {
        var models = List.of(Rig.MODEL, "gpt-5.4-nano", "claude-haiku-4-5-20251001", "gemini-2.5-pro", "gpt-4o-mini");

        var answers = IntStream.range(0, 10)
                .mapToObj(i -> asked(models.get(i % models.size())))
                .toList();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(Told.whole(answer.join()).text()).isEqualTo("hello"));
    }

    private static CompletableFuture<HttpResponse<String>> asked(String model) {
        var body = new JsonObject(Rig.question("echo: hello", false)).put("model", model);
        return rig.http()
                .sendAsync(
                        HttpRequest.newBuilder(rig.url("/v1/chat/completions"))
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
