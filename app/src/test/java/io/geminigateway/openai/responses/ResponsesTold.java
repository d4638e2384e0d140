package io.geminigateway.openai.responses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.geminigateway.dialect.Head;
import io.geminigateway.dialect.Inbound;
import io.geminigateway.dialect.Story;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.sse.Bytes;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// The dialect with a memory, and a model that always says the same.
final class ResponsesTold {
    private static final byte[] HELLO = """
            data: {"candidates":[{"content":{"role":"model","parts":[{"text":"Hello!"}]},"finishReason":"STOP"}]}

            """.getBytes(UTF_8);

    private final KeptInMemory store = new KeptInMemory();
    private final Responses responses;
    private int asked;

    ResponsesTold() {
        var models = ModelCatalog.bundled();
        responses = new Responses(models, new ChatCompletions(models, SignatureStore.none()), store);
    }

    KeptInMemory store() {
        return store;
    }

    /// What Gemini is asked, and the headers of the answer beside it.
    ResponsesCall read(String body) {
        return read("", body);
    }

    ResponsesCall read(String client, String body) {
        return (ResponsesCall) responses.read(new Inbound(Head.NONE.of(client), body.getBytes(UTF_8)));
    }

    /// The response to this.
    JsonObject answer(String body) {
        return answer("", body);
    }

    JsonObject answer(String client, String body) {
        var writer = read(client, body).answer("req_" + ++asked, Instant.EPOCH);
        var out = new Bytes();
        Story.events(HELLO).forEach(event -> writer.event(event, out));
        writer.end(out);
        return new JsonObject(out.toString());
    }
}
