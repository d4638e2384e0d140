package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.json;
import static io.geminigateway.simulator.Client.message;
import static io.geminigateway.simulator.Client.streamedText;
import static io.geminigateway.simulator.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeminiTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void anAccountAnswersInAFriendlyWay() {
        var response = client.send(client.generate(ada, contents("Who are you?")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(json(response))).contains("this is ada speaking");
        assertThat(json(response).getString("modelVersion")).isEqualTo(Client.MODEL);
        assertThat(json(response).getJsonObject("usageMetadata").getInteger("promptTokenCount"))
                .isEqualTo(3);
    }

    @Test
    void aStreamSaysTheSameInSeveralEvents() {
        ada.answers("One two three four five six seven eight nine.");

        var response = client.send(client.stream(ada, "Count!"));

        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(response.body().split("\r\n\r\n")).hasSize(3);
        assertThat(streamedText(response.body())).isEqualTo("One two three four five six seven eight nine.");
        assertThat(response.body()).containsOnlyOnce("\"finishReason\":\"STOP\"");
    }

    @Test
    void withoutSseAStreamIsOneArray() {
        var request = client.gemini(ada, "/v1beta/models/gemini-2.5-pro:streamGenerateContent");

        var response = client.send(Client.posting(request, contents("echo: a b c d e")));

        var elements = new JsonArray(response.body());
        assertThat(elements).hasSize(2);
        assertThat(text(elements.getJsonObject(0))).isEqualTo("a b c d ");
    }

    @Test
    void everyAnswerTellsTheTimeOfItsOwnClock() {
        try (var late = Simulator.start(SimulatorOptions.defaults().at(() -> Instant.parse("2030-01-02T03:04:05Z")));
                var visitor = new Client(late)) {
            var answer = visitor.send(visitor.generate(late.account("ada"), contents("hi")));

            assertThat(answer.headers().firstValue("date")).contains("Wed, 2 Jan 2030 03:04:05 GMT");
        }
    }

    @Test
    void anEchoIsWhatTheUserSaid() {
        var response = client.send(client.generate(ada, contents("echo: Grüße, 42")));

        assertThat(text(json(response))).isEqualTo("Grüße, 42");
    }

    @Test
    void anyPrefixLeadsToTheSamePlace() {
        var request = client.gemini(ada, "/some/prefix/v1beta/models/gemini-2.5-pro:generateContent");

        assertThat(client.send(Client.posting(request, contents("hi"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownKeyIsABadRequest() {
        var request = HttpRequest.newBuilder(URI.create(google.http() + "/v1beta/models"))
                .header("x-goog-api-key", "AIza-nobody");

        var response = client.send(request.build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).getJsonObject("error").getJsonArray("details").getJsonObject(0))
                .isEqualTo(new JsonObject("""
                        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID",
                         "domain":"googleapis.com","metadata":{"service":"generativelanguage.googleapis.com"}}"""));
    }

    @Test
    void aKeyInTheUrlIsRefusedAndRecorded() {
        var response = client.send(HttpRequest.newBuilder(URI.create(google.http() + "/v1beta/models?key=" + ada.key()))
                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(google.ledger().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.path()).endsWith("?key=AQ.sim-ada"));
    }

    @Test
    void whatIsNotServedIsNotFound() {
        var response = client.send(client.gemini(ada, "/v1beta/tunedModels").build());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        var request = client.gemini(ada, "/v1beta/models").header("authorization", "Bearer ya29.x");

        assertThat(message(client.send(request.build()))).startsWith("Multiple authentication credentials received");
    }

    @Test
    void theModelListComesInPages() {
        ada.models("a", "b", "c");

        var first =
                json(client.send(client.gemini(ada, "/v1beta/models?pageSize=2").build()));
        var second = json(client.send(
                client.gemini(ada, "/v1beta/models?pageSize=2&pageToken=" + first.getString("nextPageToken"))
                        .build()));

        assertThat(first.getJsonArray("models")).hasSize(2);
        assertThat(second.getJsonArray("models")).hasSize(1);
        assertThat(second.containsKey("nextPageToken")).isFalse();
    }

    @Test
    void tokensAreWords() {
        var request = client.gemini(ada, "/v1beta/models/gemini-2.5-pro:countTokens");

        var response = client.send(Client.posting(request, contents("one two three")));

        assertThat(json(response).getInteger("totalTokens")).isEqualTo(3);
    }

    @Test
    void theSameTextHasTheSameVector() {
        var body = """
                {"requests":[
                  {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},"outputDimensionality":4},
                  {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},"outputDimensionality":4},
                  {"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]},"outputDimensionality":4}]}""";
        var request = client.gemini(ada, "/v1beta/models/gemini-embedding-001:batchEmbedContents");

        var vectors = json(client.send(Client.posting(request, body))).getJsonArray("embeddings");

        assertThat(vectors.getJsonObject(0).getJsonArray("values")).hasSize(4);
        assertThat(vectors.getJsonObject(0)).isEqualTo(vectors.getJsonObject(1)).isNotEqualTo(vectors.getJsonObject(2));
    }
}
