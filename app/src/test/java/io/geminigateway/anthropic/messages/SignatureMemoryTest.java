package io.geminigateway.anthropic.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.RememberedSignatures;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.gemini.ThoughtSignature;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The way of a signature through a client that brings thoughts back, and through one that loses them.
class SignatureMemoryTest {
    private static final String SIGNATURE = "CrQBAb4gThought=";
    private static final String STREAM = """
            data: {"candidates":[{"content":{"parts":[{"functionCall":{"id":"fn7k2x9q","name":"weather","args":{"city":"Rome"}},"thoughtSignature":"%s"}]},"finishReason":"STOP"}]}
            """.formatted(SIGNATURE);

    private final Messages forgetting = new Messages(ModelCatalog.bundled(), SignatureStore.none(), false);
    private final Messages remembering = new Messages(ModelCatalog.bundled(), new RememberedSignatures(), false);

    @Test
    void whatTheClientBringsBackIsEnough() {
        var content = answer(forgetting, "gemini-3.8-flash");

        assertThat(content).hasSize(2);
        assertThat(signature(forgetting, "gemini-3.8-flash", content)).isEqualTo(SIGNATURE);
    }

    @Test
    void aClientThatLosesItsThoughtsIsRemembered() {
        var content = answer(remembering, "gemini-3.8-flash");
        content.remove(0);

        assertThat(signature(remembering, "gemini-3.8-flash", content)).isEqualTo(SIGNATURE);
    }

    @Test
    void anotherModelIsShownNeither() {
        var content = answer(remembering, "gemini-3.8-flash");

        assertThat(signature(remembering, "gemini-4-argon", content)).isEqualTo(ThoughtSignature.SKIP);
    }

    private static JsonArray answer(Messages messages, String model) {
        var writer = messages.read(request(model, new JsonArray())).answer("req_1", Instant.EPOCH);
        var out = new Bytes();
        Story.events(STREAM.getBytes(UTF_8)).forEach(event -> writer.event(event, out));
        writer.end(out);
        return new JsonObject(out.toString()).getJsonArray("content");
    }

    /// What Google is shown when the client goes on with this message.
    private static String signature(Messages messages, String model, JsonArray content) {
        var request =
                new JsonObject(new String(messages.read(request(model, content)).geminiRequest(), UTF_8));
        return request.getJsonArray("contents")
                .getJsonObject(1)
                .getJsonArray("parts")
                .getJsonObject(0)
                .getString("thoughtSignature");
    }

    private static byte[] request(String model, JsonArray answered) {
        var messages = new JsonArray().add(JsonObject.of("role", "user", "content", "Weather in Rome?"));
        if (!answered.isEmpty()) {
            messages.add(JsonObject.of("role", "assistant", "content", answered))
                    .add(new JsonObject("""
                            {"role":"user","content":[{"type":"tool_result","tool_use_id":"fn7k2x9q","content":"21 C"}]}"""));
        }
        return JsonObject.of(
                        "model",
                        model,
                        "max_tokens",
                        8000,
                        "thinking",
                        JsonObject.of("type", "adaptive", "display", "omitted"),
                        "messages",
                        messages)
                .encode()
                .getBytes(UTF_8);
    }
}
