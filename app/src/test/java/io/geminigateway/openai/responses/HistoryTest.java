package io.geminigateway.openai.responses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final ResponsesTold responses = new ResponsesTold();

    @Test
    void aChainIsToldFromItsBeginning() {
        var first = id(responses.answer(request("\"input\":\"One\",\"instructions\":\"Once only.\"")));
        var second = id(responses.answer(request("\"input\":\"Two\"," + after(first))));

        var asked = texts(responses.read(request("\"input\":\"Three\"," + after(second))));

        assertThat(asked).containsExactly("One", "Hello!", "Two", "Hello!", "Three");
    }

    @Test
    void instructionsAreNotInherited() {
        var first = id(responses.answer(request("\"input\":\"One\",\"instructions\":\"Once only.\"")));

        var asked = gemini(responses.read(request("\"input\":\"Two\"," + after(first))));

        assertThat(asked.containsKey("systemInstruction")).isFalse();
    }

    @Test
    void ofABrokenChainNothingIsTold() {
        var first = id(responses.answer(request("\"input\":\"One\"")));
        var second = id(responses.answer(request("\"input\":\"Two\"," + after(first))));
        responses.store().forget(":" + first);

        var refusal = refusal(request("\"input\":\"Three\"," + after(second)));

        assertThat(refusal.code()).isEqualTo("previous_response_not_found");
        assertThat(refusal.message()).contains(second);
    }

    @Test
    void aReferenceStandsForTheItem() {
        var first = responses.answer(request("\"input\":\"One\""));
        var message = first.getJsonArray("output").getJsonObject(0).getString("id");

        var asked = texts(responses.read(request("""
                "input":[{"role":"user","content":"One"},{"type":"item_reference","id":"%s"},{"id":"%s"},
                 {"role":"user","content":"Two"}]""".formatted(message, message))));

        assertThat(asked).containsExactly("One", "Hello!", "Two");
    }

    @Test
    void aReferenceToWhatIsGoneIsRefusedUnlessItIsReasoning() {
        var refusal = refusal(request("""
                "input":[{"role":"user","content":"One"},{"type":"item_reference","id":"rs_1"},
                 {"type":"item_reference","id":"msg_req_1_0"},{"role":"user","content":"Two"}]"""));

        assertThat(refusal.code()).isEqualTo("item_not_found");
        assertThat(refusal.param()).isEqualTo("input[2].id");
    }

    @Test
    void anotherClientFindsNothing() {
        var first = id(responses.answer("ann", request("\"input\":\"One\"")));

        var body = request("\"input\":\"Two\"," + after(first));

        assertThat(texts(responses.read("ann", body))).contains("One");
        assertThat(catchThrowableOfType(GatewayException.class, () -> responses.read("bob", body)))
                .isNotNull();
    }

    @Test
    void nothingIsKeptOfWhatMustNotBe() {
        var response = responses.answer(request("\"input\":\"One\",\"store\":false"));

        assertThat(response.getBoolean("store")).isFalse();
        assertThat(responses.store().size()).isZero();
    }

    @Test
    void whatIsTooLongIsNotKeptAndSaysSo() {
        var response = responses.answer(request("\"input\":\"" + "x".repeat(5 << 20) + "\""));

        assertThat(response.getBoolean("store")).isFalse();
        assertThat(responses.store().size()).isZero();
    }

    private Failure.InvalidRequest refusal(String body) {
        var thrown = catchThrowableOfType(GatewayException.class, () -> responses.read(body));
        return (Failure.InvalidRequest) thrown.failure();
    }

    private static String request(String fields) {
        return "{\"model\":\"gemini-3.8-flash\",%s}".formatted(fields);
    }

    private static String after(String id) {
        return "\"previous_response_id\":\"%s\"".formatted(id);
    }

    private static String id(JsonObject response) {
        return response.getString("id");
    }

    private static JsonObject gemini(ResponsesCall call) {
        return new JsonObject(new String(call.geminiRequest(), UTF_8));
    }

    /// What was said so far, turn by turn.
    private static List<String> texts(ResponsesCall call) {
        return gemini(call).getJsonArray("contents").stream()
                .map(JsonObject.class::cast)
                .map(content -> content.getJsonArray("parts").getJsonObject(0).getString("text"))
                .toList();
    }
}
