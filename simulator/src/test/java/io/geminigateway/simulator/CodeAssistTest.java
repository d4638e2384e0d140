package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.contents;
import static io.geminigateway.simulator.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeAssistTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");
    private final String token =
            new JsonObject(ada.loginFile()).getJsonObject("credentials").getString("access_token");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void requestAndResponseHaveTheirEnvelope() {
        var response = client.send(client.codeAssist(token, "generateContent", envelope("sim-ada")));

        assertThat(Client.text(json(response).getJsonObject("response"))).isEqualTo("one two");
        assertThat(json(response).getString("traceId")).isNotEmpty();
        assertThat(google.ledger().of("ada"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.model()).contains("gemini-2.5-pro"));
    }

    @Test
    void everyEventHasTheEnvelope() {
        var response = client.send(client.codeAssist(token, "streamGenerateContent?alt=sse", envelope("sim-ada")));

        assertThat(response.body())
                .startsWith("data: {\"response\":{\"candidates\":")
                .endsWith("\"}\r\n\r\n");
    }

    @Test
    void anUnknownFieldIsNamedInsideTheEnvelope() {
        var body = new JsonObject(envelope("sim-ada"));
        body.getJsonObject("request").put("generationConfig", JsonObject.of("n", 2));

        var response = client.send(client.codeAssist(token, "generateContent", body.encode()));

        assertThat(Client.message(response)).contains("Unknown name \"n\" at 'request.generation_config'");
    }

    @Test
    void anotherProjectIsForbidden() {
        var response = client.send(client.codeAssist(token, "generateContent", envelope("sim-bob")));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void tokensAreCountedInsideTheRequest() {
        var body = JsonObject.of(
                "request", new JsonObject(contents("one two three")).put("model", "models/gemini-2.5-flash"));

        var response = client.send(client.codeAssist(token, "countTokens", body.encode()));

        assertThat(json(response).getInteger("totalTokens")).isEqualTo(3);
    }

    @Test
    void anAccountWithoutAProjectIsOnboardedFirst() {
        ada.withoutProject();

        var before = load();
        var started = json(client.send(client.codeAssist(token, "onboardUser", "{\"tierId\":\"free-tier\"}")));
        var polled = json(operation(started.getString("name")));
        var done = json(operation(started.getString("name")));

        assertThat(before.containsKey("cloudaicompanionProject")).isFalse();
        assertThat(started.getBoolean("done")).isFalse();
        assertThat(polled.getBoolean("done")).isFalse();
        assertThat(done.getJsonObject("response")
                        .getJsonObject("cloudaicompanionProject")
                        .getString("id"))
                .isEqualTo("sim-ada");
        assertThat(load().getString("cloudaicompanionProject")).isEqualTo("sim-ada");
    }

    @Test
    void aFreeUserBringsNoProject() {
        var body = "{\"tierId\":\"free-tier\",\"cloudaicompanionProject\":\"mine\"}";

        var response = client.send(client.codeAssist(token, "onboardUser", body));

        assertThat(json(response).getJsonObject("error").getString("status")).isEqualTo("FAILED_PRECONDITION");
    }

    @Test
    void theSetupCanFailToo() {
        ada.nextSetup(Reaction.failure(GoogleError.PERMISSION_DENIED_SERVICE_DISABLED));

        var response = client.send(client.codeAssist(token, "loadCodeAssist", "{}"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("\"SERVICE_DISABLED\"", "Cloud Code Private API");
    }

    @Test
    void theQuotaOfTheDayShrinks() {
        ada.requestsPerDay(4).models("gemini-2.5-pro");

        client.send(client.codeAssist(token, "generateContent", envelope("sim-ada")));
        var quota = json(client.send(client.codeAssist(token, "retrieveUserQuota", "{\"project\":\"sim-ada\"}")));

        assertThat(quota.getJsonArray("buckets").getJsonObject(0).getDouble("remainingFraction"))
                .isEqualTo(0.75);
    }

    @Test
    void aKeyIsNoToken() {
        var response = client.send(client.codeAssist(ada.key(), "loadCodeAssist", "{}"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("ACCESS_TOKEN_TYPE_UNSUPPORTED");
    }

    private JsonObject load() {
        return json(client.send(client.codeAssist(token, "loadCodeAssist", "{}")));
    }

    private HttpResponse<String> operation(String name) {
        return client.send(HttpRequest.newBuilder(URI.create(google.http() + "/v1internal/" + name))
                .header("authorization", "Bearer " + token)
                .build());
    }

    private static String envelope(String project) {
        return JsonObject.of(
                        "model",
                        "gemini-2.5-pro",
                        "project",
                        project,
                        "user_prompt_id",
                        "p1",
                        "request",
                        new JsonObject(contents("echo: one two")).put("session_id", "s1"))
                .encode();
    }
}
