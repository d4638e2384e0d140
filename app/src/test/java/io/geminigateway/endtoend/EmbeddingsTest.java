package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingsTest {
    private static final String MODEL = "gemini-embedding-001";

    @TempDir
    private Path home;

    @SharedRig
    private static Rig rig;

    @Test
    void oneTextHasOneVector() {
        var answer = embed(new JsonObject().put("input", "hello there"));

        assertThat(answer.getString("object")).isEqualTo("list");
        assertThat(answer.getString("model")).isEqualTo(MODEL);
        assertThat(answer.getJsonObject("usage").getInteger("prompt_tokens")).isEqualTo(3);
        assertThat(vectors(answer)).hasSize(1);
        assertThat(paths()).containsExactly("/v1beta/models/gemini-embedding-001:embedContent");
    }

    @Test
    void textsKeepTheirOrder() {
        var answer = embed(new JsonObject().put("input", JsonArray.of("one", "two", "three")));

        assertThat(vectors(answer)).hasSize(3);
        assertThat(vectors(answer).get(1)).isEqualTo(vectorOf("two"));
        assertThat(answer.getJsonArray("data").getJsonObject(2).getInteger("index"))
                .isEqualTo(2);
    }

    @Test
    void manyTextsAreSeveralCallsAndOneAnswer() {
        var texts = IntStream.range(0, 250).mapToObj(n -> "text " + n).toList();

        var answer = embed(new JsonObject().put("input", new JsonArray(texts)));

        assertThat(vectors(answer)).hasSize(250);
        assertThat(paths()).hasSize(3).allMatch(path -> path.endsWith(":batchEmbedContents"));
        assertThat(vectors(answer).get(249)).isEqualTo(vectorOf("text 249"));
    }

    @Test
    void oneBatchThatFailsForGoodFailsAll() {
        var texts = IntStream.range(0, 250).mapToObj(n -> "text " + n).toList();
        rig.google().next(Reaction.failure(GoogleError.INVALID_ARGUMENT));

        var response = post(new JsonObject().put("input", new JsonArray(texts)));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void aFailureMovesOnToAnotherAccount() {
        rig.google().next(Reaction.failure(GoogleError.INTERNAL_500));

        assertThat(vectors(embed(new JsonObject().put("input", "hello")))).hasSize(1);

        assertThat(paths()).hasSize(2);
    }

    @Test
    void base64IsTheSameVectorInLittleEndianFloats() {
        var floats = vectorOf("hello");

        var answer = embed(new JsonObject().put("input", "hello").put("encoding_format", "base64"));

        var bytes = Base64.getDecoder()
                .decode(answer.getJsonArray("data").getJsonObject(0).getString("embedding"));
        var decoded = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        assertThat(decoded.remaining()).isEqualTo(floats.size());
        assertThat(decoded.get(0)).isEqualTo(floats.getFirst().floatValue());
    }

    @Test
    void aShortenedVectorHasLengthOne() {
        var answer = embed(new JsonObject().put("input", "hello").put("dimensions", 32));

        var vector = vectors(answer).getFirst();
        assertThat(vector).hasSize(32);
        assertThat(vector.stream().mapToDouble(value -> value * value).sum()).isCloseTo(1, within(1e-5));
    }

    @Test
    void aTaskIsPassedOn() {
        embed(new JsonObject()
                .put("input", "hello")
                .put("task_type", "retrieval_document")
                .put("title", "Greetings"));

        assertThat(rig.google().ledger().entries())
                .map(entry -> new JsonObject(entry.body()))
                .anyMatch(sent -> "RETRIEVAL_DOCUMENT".equals(sent.getString("taskType"))
                        && "Greetings".equals(sent.getString("title")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1212,318]", "[[1212,318],[257]]", "\"\"", "[]", "[\"a\",\"\"]", "7", "null", "{}"})
    void whatHasNoEmbeddingIsRefusedBeforeGoogleHearsOfIt(String input) {
        var response = rig.post("/v1/embeddings", "{\"model\":\"%s\",\"input\":%s}".formatted(MODEL, input));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getJsonObject("error").getString("param"))
                .startsWith("input");
        assertThat(paths()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dimensions, 0", "dimensions, 9999", "encoding_format, '\"hex\"'", "task_type, '\"GUESSING\"'"})
    void optionsThatMakeNoSenseAreRefused(String option, String value) {
        var response = rig.post(
                "/v1/embeddings", "{\"model\":\"%s\",\"input\":\"x\",\"%s\":%s}".formatted(MODEL, option, value));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getJsonObject("error").getString("param"))
                .isEqualTo(option);
    }

    @Test
    void vertexIsAskedInItsOwnWords() {
        try (var google = Simulator.start();
                var vertex = Rig.with(
                        home.resolve("vertex"),
                        google,
                        Map.of("v.json", google.account("v").serviceAccountFile()),
                        Map.of())) {
            var texts = IntStream.range(0, 20).mapToObj(n -> "text " + n).toList();

            var body = body(new JsonObject().put("input", new JsonArray(texts)).put("dimensions", 16));
            var response = vertex.post("/v1/embeddings", body);

            assertThat(response.statusCode()).isEqualTo(200);
            var answer = new JsonObject(response.body());
            assertThat(vectors(answer)).hasSize(20).allMatch(vector -> vector.size() == 16);
            assertThat(answer.getJsonObject("usage").getInteger("prompt_tokens"))
                    .isEqualTo(40);
            assertThat(google.ledger().entries())
                    .filteredOn(entry -> entry.path().contains("/publishers/"))
                    .hasSize(20)
                    .allMatch(entry -> entry.path().endsWith("gemini-embedding-001:predict"));

            var later = vertex.post("/v1/embeddings", "{\"model\":\"gemini-embedding-2\",\"input\":[\"a\",\"b\"]}");
            assertThat(vectors(new JsonObject(later.body()))).hasSize(2);
        }
    }

    @Test
    void anAccountOfCodeAssistIsNoCandidate() {
        try (var google = Simulator.start();
                var mixed = Rig.with(
                        home.resolve("mixed"),
                        google,
                        Map.of(
                                "c.json", google.account("c").loginFile(),
                                "k.json", google.account("k").apiKeyFile()),
                        Map.of())) {
            for (var i = 0; i < 10; i++) {
                assertThat(mixed.post("/v1/embeddings", body(new JsonObject().put("input", "hello")))
                                .statusCode())
                        .isEqualTo(200);
            }

            assertThat(google.ledger().of("c")).isEmpty();
        }
    }

    @Test
    void whereOnlyCodeAssistIsThereTheClientIsToldWhatItTakes() {
        try (var google = Simulator.start();
                var only = Rig.with(
                        home.resolve("only"),
                        google,
                        Map.of("c.json", google.account("c").loginFile()),
                        Map.of())) {
            var response = only.post("/v1/embeddings", body(new JsonObject().put("input", "hello")));

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("Gemini API key");
        }
    }

    private static List<Double> vectorOf(String text) {
        return vectors(embed(new JsonObject().put("input", text))).getFirst();
    }

    private static JsonObject embed(JsonObject request) {
        var response = post(request);
        assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static HttpResponse<String> post(JsonObject request) {
        return rig.post("/v1/embeddings", body(request));
    }

    private static String body(JsonObject request) {
        return request.put("model", MODEL).encode();
    }

    private static List<List<Double>> vectors(JsonObject answer) {
        return answer.getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.getJsonArray("embedding").stream()
                        .map(number -> ((Number) number).doubleValue())
                        .toList())
                .toList();
    }

    private static List<String> paths() {
        return rig.google().ledger().entries().stream().map(Entry::path).toList();
    }
}
