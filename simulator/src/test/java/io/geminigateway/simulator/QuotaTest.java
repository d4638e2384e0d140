package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.json;
import static io.geminigateway.simulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-22T20:00:00Z"));
    private final Simulator google = Simulator.start(SimulatorOptions.defaults().at(clock));
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void overTheMinuteItSaysWhenTheMinuteIsOver() {
        ada.requestsPerMinute(1);
        ask();
        clock.move(Duration.ofMillis(3_815));

        var refused = ask();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(message(refused)).endsWith("Please retry in 56.185s.");
        assertThat(details(refused).getJsonObject(0).getJsonArray("violations").getJsonObject(0))
                .isEqualTo(new JsonObject("""
                        {"quotaMetric":"generativelanguage.googleapis.com/generate_content_free_tier_requests",
                         "quotaId":"GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
                         "quotaDimensions":{"location":"global","model":"gemini-2.5-flash"},"quotaValue":"1"}"""));
        assertThat(details(refused).getJsonObject(2).getString("retryDelay")).isEqualTo("57s");
    }

    @Test
    void aNewMinuteIsANewChance() {
        ada.requestsPerMinute(1);
        ask();

        clock.move(Duration.ofSeconds(60));

        assertThat(ask().statusCode()).isEqualTo(200);
        assertThat(ask().statusCode()).isEqualTo(429);
    }

    @Test
    void theDayEndsAtMidnightPacific() {
        ada.requestsPerDay(1);
        ask();

        clock.move(Duration.ofHours(11));
        var refused = ask();
        clock.move(Duration.ofHours(1));

        assertThat(message(refused)).endsWith("Please retry in 37.185s.");
        assertThat(refused.body()).contains("GenerateRequestsPerDayPerProjectPerModel-FreeTier");
        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void aBadRequestConsumesNothing() {
        ada.requestsPerMinute(1);

        client.send(client.generate(ada, "{}"));

        assertThat(ask().statusCode()).isEqualTo(200);
    }

    @Test
    void codeAssistHasItsOwnForm() {
        ada.requestsPerMinute(0);
        var body = JsonObject.of(
                "model", "gemini-2.5-pro", "project", ada.projectId(), "request", new JsonObject(contents("hi")));

        var refused = client.send(client.codeAssist(token(), "generateContent", body.encode()));

        assertThat(message(refused))
                .isEqualTo("You have exhausted your capacity on this model. Your quota will reset after 1m0s.");
        assertThat(details(refused)).isEqualTo(new JsonArray("""
                [{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED",
                  "domain":"cloudcode-pa.googleapis.com",
                  "metadata":{"uiMessage":"true","model":"gemini-2.5-pro","quotaResetDelay":"1m0s",
                    "quotaResetTimeStamp":"2026-11-22T20:01:00Z"}},
                 {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"60s"}]"""));
    }

    @Test
    void vertexExplainsNothing() {
        ada.requestsPerMinute(0);
        var path = "/v1/projects/sim-ada/locations/global/publishers/google/models/gemini-2.5-pro:generateContent";

        var refused = client.send(Client.posting(
                HttpRequest.newBuilder(URI.create(google.http() + path)).header("authorization", "Bearer " + token()),
                contents("hi")));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(message(refused)).contains("with base model: gemini-2.5-pro");
        assertThat(json(refused).getJsonObject("error").containsKey("details")).isFalse();
    }

    private HttpResponse<String> ask() {
        return client.send(client.generate(ada, contents("hi")));
    }

    private String token() {
        return new JsonObject(ada.loginFile()).getJsonObject("credentials").getString("access_token");
    }

    private static JsonArray details(HttpResponse<String> response) {
        return json(response).getJsonObject("error").getJsonArray("details");
    }
}
