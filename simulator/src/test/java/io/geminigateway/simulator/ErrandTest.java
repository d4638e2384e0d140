package io.geminigateway.simulator;

import static io.geminigateway.simulator.Client.json;
import static io.geminigateway.simulator.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrandTest {
    private static final String ORDER = "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | echo Warm";

    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void anOrderIsCarriedOutStepByStep() {
        var user = turn("user", JsonObject.of("text", ORDER));

        var calls = json(ask("gemini-3.8-flash", user))
                .getJsonArray("candidates")
                .getJsonObject(0)
                .getJsonObject("content");
        var end = ask("gemini-3.8-flash", user, calls, turn("user", result(), result()));

        assertThat(calls.getJsonArray("parts"))
                .extracting(part -> ((JsonObject) part)
                        .getJsonObject("functionCall")
                        .getJsonObject("args")
                        .encode())
                .containsExactly("{\"city\":\"Rome\"}", "{\"city\":\"Oslo\"}");
        assertThat(calls.getJsonArray("parts"))
                .extracting(part -> ((JsonObject) part).containsKey("thoughtSignature"))
                .containsExactly(true, false);
        assertThat(text(json(end))).isEqualTo("Warm");
    }

    @Test
    void aLostSignatureIsRefused() {
        var response =
                ask("gemini-3.8-flash", turn("user", JsonObject.of("text", ORDER)), turn("model", call()), answered());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("missing a thought_signature", "position 1");
    }

    @Test
    void aSignatureOfAnotherCallIsRefused() {
        var wrong = call().put("thoughtSignature", ThoughtSignature.of("weather", JsonObject.of("city", "Oslo")));

        var response =
                ask("gemini-3.8-flash", turn("user", JsonObject.of("text", ORDER)), turn("model", wrong), answered());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Corrupted thought signature");
    }

    @Test
    void theDocumentedSkipValueWillDo() {
        var skipped = call().put("thoughtSignature", "skip_thought_signature_validator");

        var response =
                ask("gemini-3.8-flash", turn("user", JsonObject.of("text", ORDER)), turn("model", skipped), answered());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void olderModelsWantNoSignature() {
        var response =
                ask("gemini-2.5-pro", turn("user", JsonObject.of("text", ORDER)), turn("model", call()), answered());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void whatThereIsToSeeIsTold() {
        var picture = JsonObject.of("inlineData", JsonObject.of("mimeType", "image/png", "data", "AAECAw=="));

        var response = ask("gemini-3.8-flash", turn("user", picture, JsonObject.of("text", "look")));

        assertThat(text(json(response))).isEqualTo("I see: image/png of 4 bytes");
    }

    private HttpResponse<String> ask(String model, JsonObject... contents) {
        var body = JsonObject.of("contents", new JsonArray(List.of(contents))).encode();
        return client.send(
                Client.posting(client.gemini(ada, "/v1beta/models/%s:generateContent".formatted(model)), body));
    }

    private static JsonObject turn(String role, JsonObject... parts) {
        return JsonObject.of("role", role, "parts", new JsonArray(List.of(parts)));
    }

    private static JsonObject call() {
        return JsonObject.of("functionCall", JsonObject.of("name", "weather", "args", JsonObject.of("city", "Rome")));
    }

    private static JsonObject result() {
        return JsonObject.of(
                "functionResponse", JsonObject.of("name", "weather", "response", JsonObject.of("output", "21 C")));
    }

    private static JsonObject answered() {
        return turn("user", result());
    }
}
