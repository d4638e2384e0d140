package io.geminigateway.openai.responses;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.failure.GatewayException;
import io.geminigateway.gemini.JsonText;
import io.geminigateway.openai.OpenAiRequests;
import java.nio.charset.StandardCharsets;

/// What is asked about answers that were given before: below `/responses/`. Thread-safe.
public final class ResponseDesk {
    private static final String ABOVE = "/responses/";
    private static final String ITEMS = "/input_items";
    private static final String CANCEL = "/cancel";

    private final ResponseStore store;

    public ResponseDesk(ResponseStore store) {
        this.store = store;
    }

    /// `GET /responses/{id}`, and `/input_items` below it.
    public byte[] get(Head head) {
        var resource = head.below(ABOVE);
        if (resource.endsWith(ITEMS)) {
            var id = resource.substring(0, resource.length() - ITEMS.length());
            return utf8(ItemList.of(id, kept(head, id), head).json());
        }
        if (head.parameter("stream").filter("true"::equals).isPresent()) {
            throw OpenAiRequests.unsupported(
                    "stream", "'stream': a response that is kept is no longer a stream; ask for it without");
        }
        return kept(head, resource).response().bytes();
    }

    /// `DELETE /responses/{id}`.
    public byte[] delete(Head head) {
        var id = head.below(ABOVE);
        kept(head, id);
        new KeptResponses(store, head.client()).forget(id);
        return utf8("{\"id\":" + JsonText.quoted(id) + ",\"object\":\"response.deleted\",\"deleted\":true}");
    }

    /// `POST /responses/{id}/cancel`: what is kept is complete.
    public byte[] cancel(Head head) {
        var resource = head.below(ABOVE);
        if (!resource.endsWith(CANCEL)) {
            throw new Failure.NotFound("Unknown request URL: POST " + head.path()).asException();
        }
        kept(head, resource.substring(0, resource.length() - CANCEL.length()));
        throw OpenAiRequests.invalid(
                "response_id",
                "Cannot cancel a synchronous response: it is complete, and none is made in the background");
    }

    /// `POST /responses/compact`: only the model's maker can press a history into something that the model reads.
    public static Failure notCompacted(Head head) {
        return new Failure.NotFound("This gateway cannot compact a conversation: %s; send all of 'input', or less of it"
                .formatted(head.path()));
    }

    /// `/conversations` and all below.
    public static Failure noConversations(Head head) {
        return new Failure.NotFound(
                "This gateway keeps no conversations: %s; continue a response by 'previous_response_id'"
                        .formatted(head.path()));
    }

    private KeptResponse kept(Head head, String id) {
        return new KeptResponses(store, head.client()).find(id).orElseThrow(() -> notFound(id));
    }

    private static GatewayException notFound(String id) {
        var shown = id.length() > 64 ? id.substring(0, 64) + "..." : id;
        return new Failure.NotFound("Response with id '%s' not found.".formatted(shown)).asException();
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
