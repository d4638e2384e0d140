package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Google's own API in front of every kind of account.
class NativeTest {
    private static final String MODEL = "gemini-3.8-flash";
    private static final String PATH = "/v1beta/models/" + MODEL;

    @TempDir
    private Path home;

    /// What a client says, in a spelling and an order of its own.
    private static final String QUESTION = """
            { "generation_config":{"top_p":0.50,  "candidateCount":1},
              "contents":{"parts":{"text":"echo: h\\u00e9llo 天"}} }""";

    static Stream<String> doors() {
        return Stream.of("api_key", "service_account", "express", "code_assist");
    }

    private static String file(String door, Simulator google) {
        var account = google.account("a");
        return switch (door) {
            case "api_key" -> account.apiKeyFile();
            case "service_account" -> account.serviceAccountFile();
            case "express" ->
                new JsonObject(account.apiKeyFile()).put("backend", "vertex").encode();
            default -> account.loginFile();
        };
    }

    @ParameterizedTest
    @MethodSource("doors")
    void whatIsSaidArrivesLetterForLetterAndSoDoesTheAnswer(String door) {
        try (var rig = with(door)) {
            var whole = "{\"candidates\" : [{\"content\":{\"parts\":[{\"text\":\"hi\",\"new\":1.50}]},"
                    + "\"finishReason\":\"STOP\"}],\"unheardOf\":{\"a\":[1,2]}}";
            rig.google().next(Reaction.chunks(List.of(whole)));

            var answer = rig.post(PATH + ":generateContent", QUESTION);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().strip()).isEqualTo(whole);
            assertThat(sent(rig).body()).contains(QUESTION);
            assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aStreamIsEventsWhereTheyAreAskedForAndAListElse(String door) {
        try (var rig = with(door)) {
            var events = rig.post(PATH + ":streamGenerateContent?alt=sse&key=anything", QUESTION);
            var list = rig.post(PATH + ":streamGenerateContent", QUESTION);

            assertThat(events.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(events.body()).startsWith("data: {").doesNotContain("[DONE]", "event:", "traceId");
            assertThat(text(Native.events(events.body()))).isEqualTo("héllo 天");
            assertThat(list.headers().firstValue("content-type")).hasValue("application/json; charset=UTF-8");
            assertThat(text(new JsonArray(list.body())
                            .stream().map(JsonObject.class::cast).toList()))
                    .isEqualTo("héllo 天");
            assertThat(sent(rig).path()).doesNotContain("key=anything");
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void tokensAreCountedInEitherWording(String door) {
        try (var rig = with(door)) {
            var bare = rig.post(PATH + ":countTokens", "{\"contents\":[{\"parts\":[{\"text\":\"one two three\"}]}]}");
            var whole = rig.post(PATH + ":countTokens", """
                    {"generateContentRequest":{"model":"models/%s","contents":[{"parts":[{"text":"one two"}]}]}}
                    """.formatted(MODEL));
            var vertex = rig.post(PATH + ":countTokens", """
                    {"contents":[{"parts":[{"text":"one two"}]}],"systemInstruction":{"parts":[{"text":"be brief"}]}}
                    """);

            assertThat(new JsonObject(bare.body()).getInteger("totalTokens")).isEqualTo(3);
            assertThat(new JsonObject(whole.body()).getInteger("totalTokens")).isEqualTo(2);
            assertThat(vertex.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models/M",
                "/v1alpha/models/M",
                "/models/M",
                "/v1beta//models/google%2FM",
                "/v1beta1/publishers/google/models/M",
                "/v1/publishers/google/models/M",
                "/v1beta1/projects/mine/locations/global/publishers/google/models/M",
                "/v1/projects/mine/locations/us-central1/publishers/google/models/M"
            })
    void everyWayToWriteThePathIsUnderstood(String path) {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.post(path.replace("M", MODEL) + ":generateContent", QUESTION);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(sent(rig).path()).isEqualTo("/v1beta/models/%s:generateContent".formatted(MODEL));
        }
    }

    @Test
    void textsAreEmbedded() {
        try (var rig = Rig.withKeys(home, "a")) {
            var one = rig.post(
                    "/v1beta/models/gemini-embedding-001:embedContent",
                    "{\"content\":{\"parts\":{\"text\":\"hello\"}},\"output_dimensionality\":4}");
            var two = rig.post("/v1beta/models/gemini-embedding-001:batchEmbedContents", """
                    {"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]}},
                                 {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]}}]}""");

            assertThat(new JsonObject(one.body()).getJsonObject("embedding").getJsonArray("values"))
                    .hasSize(4);
            assertThat(new JsonObject(two.body()).getJsonArray("embeddings")).hasSize(2);
        }
    }

    @Test
    void vertexAiEmbedsWhatIsSaidInAnySpelling() {
        try (var rig = with("service_account")) {
            var answer = rig.post(
                    "/v1beta/models/gemini-embedding-001:embedContent",
                    "{\"content\":{\"parts\":{\"text\":\"hello\"}},\"output_dimensionality\":4}");

            assertThat(new JsonObject(answer.body()).getJsonObject("embedding").getJsonArray("values"))
                    .hasSize(4);
        }
    }

    @Test
    void aClientsKeyStaysHere() {
        var google = Simulator.start();
        try (var rig = Rig.with(
                home, google, Map.of("a.json", google.account("a").apiKeyFile()), Map.of("API_KEYS", "mine"))) {
            var byHeader = rig.post(PATH + ":generateContent", QUESTION, "x-goog-api-key", "mine");
            var byQuery = rig.post(PATH + ":generateContent?key=mine", QUESTION);
            var byToken = rig.post(PATH + ":generateContent", QUESTION, "authorization", "Bearer mine");
            var wrong = rig.post(PATH + ":generateContent", QUESTION, "x-goog-api-key", "yours");

            assertThat(List.of(byHeader, byQuery, byToken))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
            assertThat(rig.google().ledger().entries())
                    .allSatisfy(
                            entry -> assertThat(entry.path() + entry.headers()).doesNotContain("mine"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(Native.error(wrong).getString("status")).isEqualTo("UNAUTHENTICATED");
        }
    }

    @Test
    void anotherAccountTakesOverUnnoticed() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().next(Reaction.failure(GoogleError.RATE_LIMITED));

            var answer = rig.post(PATH + ":streamGenerateContent?alt=sse", QUESTION);

            assertThat(text(Native.events(answer.body()))).isEqualTo("héllo 天");
            assertThat(rig.google().ledger().entries()).hasSize(2);
        }
    }

    @Test
    void whoHasNobodyLeftIsToldWhenToComeBack() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").always(Reaction.rateLimited(Duration.ofSeconds(40)));

            var answer = rig.post(PATH + ":generateContent", QUESTION);

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Native.error(answer).getString("status")).isEqualTo("RESOURCE_EXHAUSTED");
            assertThat(Native.detail(answer, "RetryInfo").getString("retryDelay"))
                    .matches("(39|40|41)s");
        }
    }

    @Test
    void aRefusalReachesWhoAskedForAListAsAList() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().next(Reaction.failure(GoogleError.CONTEXT_TOO_LONG));

            var answer = rig.post(PATH + ":streamGenerateContent", QUESTION);

            assertThat(answer.statusCode()).isEqualTo(400);
            var error = new JsonArray(answer.body()).getJsonObject(0).getJsonObject("error");
            assertThat(error.getString("status")).isEqualTo("INVALID_ARGUMENT");
            assertThat(error.getString("message")).startsWith("The input token count");
        }
    }

    @Test
    void aStreamThatBreaksEndsWithAnErrorInItsOwnForm() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().next(Reaction.text("word ".repeat(40)).cutAfter(1500));
            var events = rig.post(PATH + ":streamGenerateContent?alt=sse", QUESTION);
            rig.google().next(Reaction.text("word ".repeat(40)).cutAfter(1500));
            var list = rig.post(PATH + ":streamGenerateContent", QUESTION);

            var last = Native.events(events.body()).getLast();
            assertThat(last.getJsonObject("error").getInteger("code")).isEqualTo(500);
            var end = new JsonArray(list.body());
            assertThat(end.size()).isGreaterThan(1);
            assertThat(end.getJsonObject(end.size() - 1).getJsonObject("error").getString("status"))
                    .isEqualTo("INTERNAL");
        }
    }

    @Test
    void whatIsNoAnswerIsTriedAgainAndThenToldAsGoogleSaidIt() {
        try (var rig = Rig.withKeys(home, "a")) {
            var silence = "{\"candidates\":[{\"finishReason\":\"STOP\",\"index\":0}],\"modelVersion\":\"m\"}";
            rig.google().account("a").always(Reaction.chunks(List.of(silence)));

            var whole = rig.post(PATH + ":generateContent", QUESTION);
            var tries = rig.google().ledger().entries().size();
            var events = rig.post(PATH + ":streamGenerateContent?alt=sse", QUESTION);

            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(whole.body())).isEqualTo(new JsonObject(silence));
            assertThat(tries).isGreaterThan(1);
            assertThat(Native.events(events.body())).containsExactly(new JsonObject(silence));
        }
    }

    @Test
    void aStumbleAfterThoughtsEndsAsGoogleEndedIt() {
        try (var rig = Rig.withKeys(home, "a")) {
            var thought = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hm\",\"thought\":true}]}}]}";
            var stumble = "{\"candidates\":[{\"finishReason\":\"MALFORMED_FUNCTION_CALL\"}]}";
            rig.google().next(Reaction.chunks(List.of(thought, stumble)));

            var events = rig.post(PATH + ":streamGenerateContent?alt=sse", QUESTION);

            assertThat(Native.events(events.body())).containsExactly(new JsonObject(thought), new JsonObject(stumble));
        }
    }

    @Test
    void aBlockedPromptPassesThrough() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().next(Reaction.failure(GoogleError.BLOCKED_PROMPT));

            var answer = rig.post(PATH + ":generateContent", QUESTION);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(answer.body())
                            .getJsonObject("promptFeedback")
                            .getString("blockReason"))
                    .isEqualTo("PROHIBITED_CONTENT");
        }
    }

    @Test
    void theHopsOfALongAnswerAreTheClientsToAskFor() {
        try (var rig = Rig.withKeys(home, "a")) {
            var hop = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]},\"finishReason\":\"CONTINUATION\","
                    + "\"continuationToken\":\"t\"}]}";
            rig.google().next(Reaction.chunks(List.of(hop)));

            var answer = rig.post(PATH + ":generateContent", QUESTION);

            assertThat(new JsonObject(answer.body())).isEqualTo(new JsonObject(hop));
            assertThat(rig.google().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void settingsThatOthersWereRefusedForAreStillTheClientsOwn() {
        try (var rig = Rig.withKeys(home, "a")) {
            var refusal =
                    "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":\"Penalty is not enabled"
                            + " for this model\"}}";
            rig.google().next(Reaction.error(400, refusal));
            rig.chat("{\"model\":\"%s\",\"presence_penalty\":1,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
                    .formatted(MODEL)); // now it is known that the model takes none
            var question =
                    "{\"contents\":[{\"parts\":[{\"text\":\"hi\"}]}],\"generationConfig\":{\"presencePenalty\":1}}";
            rig.google().next(Reaction.error(400, refusal));

            var answer = rig.post(PATH + ":generateContent", question);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Native.error(answer).getString("message")).contains("Penalty is not enabled");
            assertThat(sent(rig).body()).isEqualTo(question);
        }
    }

    @Test
    void aSignatureOfAnotherAccountIsSkippedOnceGoogleRefusesIt() {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.post(PATH + ":generateContent", """
                    {"contents":[{"role":"user","parts":[{"text":"hi"}]},
                      {"role":"model","parts":[{"functionCall":{"name":"f","args":{}},"thoughtSignature":"b2xk"}]},
                      {"role":"user","parts":[{"functionResponse":{"name":"f","response":{}}}]}]}""");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(rig.google().ledger().entries()).hasSize(2);
            assertThat(sent(rig).body())
                    .contains("skip_thought_signature_validator")
                    .doesNotContain("b2xk");
        }
    }

    @Test
    void anAliasIsTheModelItStandsForInTheBodyToo() {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.post("/v1beta/models/gpt-4o:countTokens", """
                    {"generateContentRequest":{"model":"models/gpt-4o", "contents":[{"parts":[{"text":"a b"}]}]}}""");

            assertThat(answer.statusCode()).isEqualTo(200);
            var sent = sent(rig);
            assertThat(sent.body())
                    .contains("\"model\":\"models/" + sent.model().orElseThrow() + "\", ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {":predict", ":asyncBatchEmbedContent", ":", "", ":generatecontent"})
    void whatIsNotOfferedIsSaidInGooglesWords(String verb) {
        try (var rig = Rig.withKeys(home, "a")) {
            var answer = rig.post(PATH + verb, "{}");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Native.error(answer).getString("status")).isEqualTo("NOT_FOUND");
            assertThat(rig.google().ledger().entries()).isEmpty();
        }
    }

    @Test
    void unknownPathsAreToldInTheCallersLanguage() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(Native.error(rig.get("/v1beta/nothing")).getString("status"))
                    .isEqualTo("NOT_FOUND");
            assertThat(Native.error(rig.get("/v1/nothing", "x-goog-api-key", "k"))
                            .getString("status"))
                    .isEqualTo("NOT_FOUND");
            assertThat(Native.error(rig.get("/v1beta/openai/nothing", "x-goog-api-key", "k"))
                            .getString("code"))
                    .isEqualTo("not_found");
            assertThat(rig.post("/v1beta/models", "{}").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void whoLeavesCancelsTheCall() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().next(Reaction.text("word ".repeat(400)).paced(Duration.ofMillis(20)));
            var request = HttpRequest.newBuilder(rig.url(PATH + ":streamGenerateContent?alt=sse"))
                    .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
                    .build();

            var lines = rig.http()
                    .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                    .thenAccept(response -> {
                        try (var body = response.body()) {
                            assertThat(body.read()).isEqualTo('d');
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    });
            lines.join();

            Rig.until(() -> sent(rig).end() == Entry.End.CLIENT_LEFT);
        }
    }

    @Test
    void silenceIsFilledWithWhatNoClientMistakes() {
        var google = Simulator.start();
        try (var rig = Rig.with(
                home, google, Map.of("a.json", google.account("a").apiKeyFile()), Map.of("HEARTBEAT", "50ms"))) {
            google.account("a").always(Reaction.text("hello").after(Duration.ofMillis(200)));

            var events = rig.post(PATH + ":streamGenerateContent?alt=sse", QUESTION);
            var list = rig.post(PATH + ":streamGenerateContent", QUESTION);

            assertThat(events.body()).startsWith("\n\n").doesNotContain(": keep-alive");
            assertThat(text(Native.events(events.body()))).isEqualTo("hello");
            assertThat(list.body()).startsWith("\n");
            assertThat(new JsonArray(list.body())).isNotEmpty();
        }
    }

    private Rig with(String door) {
        var google = Simulator.start();
        return Rig.with(home, google, Map.of("a.json", file(door, google)), Map.of());
    }

    private static Entry sent(Rig rig) {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.service() != Entry.Service.OAUTH)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static String text(List<JsonObject> responses) {
        var text = new StringBuilder();
        for (var response : responses) {
            for (var part : response.getJsonArray("candidates")
                    .getJsonObject(0)
                    .getJsonObject("content", new JsonObject())
                    .getJsonArray("parts", new JsonArray())) {
                text.append(((JsonObject) part).getString("text", ""));
            }
        }
        return text.toString();
    }
}
