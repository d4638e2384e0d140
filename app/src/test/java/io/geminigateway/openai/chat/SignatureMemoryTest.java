package io.geminigateway.openai.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.RememberedSignatures;
import io.geminigateway.gemini.ThoughtSignature;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What a client that loses signatures gets back into its next request.
class SignatureMemoryTest {
    private static final String MODEL = "gemini-3.8-flash";
    private static final String SIGNATURE = "CrQBAb4gThought=";
    private static final String CALL =
            "{\"functionCall\":{\"id\":\"fn7k2x9q\",\"name\":\"weather\",\"args\":{\"city\":\"Rome\",\"n\":1.50}},\"thoughtSignature\":\"%s\"}"
                    .formatted(SIGNATURE);
    private static final String ASKED = "{\"role\":\"user\",\"content\":\"Weather in Rome?\"}";
    private static final String RESULT = "{\"role\":\"tool\",\"tool_call_id\":\"fn7k2x9q\",\"content\":\"21 C\"}";

    private final ChatCompletions chat = new ChatCompletions(ModelCatalog.bundled(), new RememberedSignatures());

    @Test
    void aCallIsFoundByItsIdHoweverItsArgumentsAreWritten() {
        answer(MODEL, ASKED, CALL);

        var told = tell(MODEL, ASKED, call("fn7k2x9q", "{ \\\"n\\\": 1.5, \\\"city\\\": \\\"Rome\\\" }"), RESULT);

        assertThat(told).isEqualTo(SIGNATURE);
    }

    @Test
    void aCallIsFoundByItsIdWhenTheTalkBeforeItWasTrimmed() {
        answer(MODEL, ASKED, CALL);

        var other = "{\"role\":\"user\",\"content\":\"So?\"}";
        var told = tell(MODEL, other, call("fn7k2x9q", "{\\\"city\\\":\\\"Rome\\\",\\\"n\\\":1.5}"), RESULT);

        assertThat(told).isEqualTo(SIGNATURE);
    }

    @Test
    void aCallIsFoundByItsPlaceWhenItsIdGotLost() {
        answer(MODEL, ASKED, CALL);

        var told = tell(
                MODEL,
                ASKED,
                call("other", "{\\\"city\\\":\\\"Rome\\\",\\\"n\\\":1.5}"),
                RESULT.replace("fn7k2x9q", "other"));

        assertThat(told).isEqualTo(SIGNATURE);
    }

    @Test
    void aCallThatWasChangedIsAnotherCall() {
        answer(MODEL, ASKED, CALL);

        var told = tell(MODEL, ASKED, call("fn7k2x9q", "{\\\"city\\\":\\\"Oslo\\\",\\\"n\\\":1.5}"), RESULT);

        assertThat(told).isEqualTo(ThoughtSignature.SKIP);
    }

    @Test
    void anotherModelIsNotShownTheSignature() {
        answer(MODEL, ASKED, CALL);

        var told = tell("gemini-4-argon", ASKED, call("fn7k2x9q", "{\\\"city\\\":\\\"Rome\\\",\\\"n\\\":1.5}"), RESULT);

        assertThat(told).isEqualTo(ThoughtSignature.SKIP);
    }

    @Test
    void functionsOfOldAreFoundByTheirPlace() {
        answer(MODEL, ASKED, CALL);

        var told = tell(
                MODEL,
                ASKED,
                "{\"role\":\"assistant\",\"function_call\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Rome\\\",\\\"n\\\":1.5}\"}}",
                "{\"role\":\"function\",\"name\":\"weather\",\"content\":\"21 C\"}");

        assertThat(told).isEqualTo(SIGNATURE);
    }

    @Test
    void whatTheClientBroughtItselfCounts() {
        answer(MODEL, ASKED, CALL);

        var signed = call("fn7k2x9q", "{\\\"city\\\":\\\"Rome\\\",\\\"n\\\":1.5}")
                .replace("\"type\"", "\"thought_signature\":\"BroughtByTheClient\",\"type\"");
        var told = tell(MODEL, ASKED, signed, RESULT);

        assertThat(told).isEqualTo("BroughtByTheClient");
    }

    @Test
    void aSignedTextIsCutWhereItWas() {
        answer(
                MODEL,
                ASKED,
                "{\"text\":\"It is \"}",
                "{\"text\":\"warm\",\"thoughtSignature\":\"%s\"}".formatted(SIGNATURE),
                "{\"text\":\".\"}");

        var parts = parts(MODEL, ASKED, "{\"role\":\"assistant\",\"content\":\"It is warm.\"}", ASKED);

        assertThat(parts)
                .isEqualTo(new JsonArray(
                        "[{\"text\":\"It is \"},{\"text\":\"warm\",\"thoughtSignature\":\"%s\"},{\"text\":\".\"}]"
                                .formatted(SIGNATURE)));
    }

    @Test
    void aSignatureOnNothingAtTheEndComesBackThere() {
        answer(
                MODEL,
                ASKED,
                "{\"text\":\"Warm.\"}",
                "{\"text\":\"\",\"thoughtSignature\":\"%s\"}".formatted(SIGNATURE));

        var parts = parts(MODEL, ASKED, "{\"role\":\"assistant\",\"content\":\"Warm.\"}", ASKED);

        assertThat(parts)
                .isEqualTo(new JsonArray(
                        "[{\"text\":\"Warm.\"},{\"text\":\"\",\"thoughtSignature\":\"%s\"}]".formatted(SIGNATURE)));
    }

    @Test
    void theSameWordsInAnotherTalkAreNotSigned() {
        answer(MODEL, ASKED, "{\"text\":\"Yes.\",\"thoughtSignature\":\"%s\"}".formatted(SIGNATURE));

        var other = "{\"role\":\"user\",\"content\":\"Is it late?\"}";
        var parts = parts(MODEL, other, "{\"role\":\"assistant\",\"content\":\"Yes.\"}", ASKED);

        assertThat(parts).isEqualTo(new JsonArray("[{\"text\":\"Yes.\"}]"));
    }

    private void answer(String model, String question, String... parts) {
        var writer = chat.read(request(model, question)).answer("r", Instant.EPOCH);
        for (var part : parts) {
            var event = "data: {\"candidates\":[{\"content\":{\"parts\":[" + part + "]}}]}";
            Story.events(event.getBytes(UTF_8)).forEach(it -> writer.event(it, new Bytes()));
        }
        var end = "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}";
        Story.events(end.getBytes(UTF_8)).forEach(it -> writer.event(it, new Bytes()));
        writer.end(new Bytes());
    }

    /// The signature that Google is sent with the call.
    private String tell(String model, String... messages) {
        return parts(model, messages).getJsonObject(0).getString("thoughtSignature");
    }

    /// The model's turn, as it is sent to Google.
    private JsonArray parts(String model, String... messages) {
        var request =
                new JsonObject(new String(chat.read(request(model, messages)).geminiRequest(), UTF_8));
        return request.getJsonArray("contents").getJsonObject(1).getJsonArray("parts");
    }

    private static byte[] request(String model, String... messages) {
        return "{\"model\":\"%s\",\"stream\":true,\"messages\":[%s]}"
                .formatted(model, String.join(",", messages))
                .getBytes(UTF_8);
    }

    private static String call(String id, String arguments) {
        return "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"%s\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"%s\"}}]}"
                .formatted(id, arguments);
    }
}
