package io.geminigateway;

import io.geminigateway.dialect.Head;
import io.geminigateway.failure.Failure;
import io.geminigateway.openai.responses.InputTokens;
import io.geminigateway.openai.responses.ResponseDesk;
import io.geminigateway.openai.responses.Responses;
import io.geminigateway.relay.Relay;
import io.geminigateway.server.MediaSource;
import io.geminigateway.server.Routes;
import io.vertx.core.Future;
import java.util.function.Function;

/// All that is answered under `/responses`, and what is refused there.
record ResponseRoutes(Responses responses, ResponseDesk desk) {
    void add(Routes routes, Relay relay, MediaSource media) {
        routes.post("/responses", responses, relay, media)
                .withoutWebSocket("/responses", responses, "POST")
                .post("/responses/input_tokens", new InputTokens(responses), relay, media)
                .post("/responses/compact", responses, refused(ResponseDesk::notCompacted))
                .get("/responses/*", responses, here(desk::get))
                .delete("/responses/*", responses, here(desk::delete))
                .post("/responses/*", responses, here(desk::cancel));
        for (var resource : new String[] {"/conversations", "/conversations/*"}) {
            routes.get(resource, responses, refused(ResponseDesk::noConversations))
                    .post(resource, responses, refused(ResponseDesk::noConversations))
                    .delete(resource, responses, refused(ResponseDesk::noConversations));
        }
    }

    /// What is at hand is answered at once.
    private static Function<Head, Future<byte[]>> here(Function<Head, byte[]> answer) {
        return head -> Future.succeededFuture(answer.apply(head));
    }

    private static Function<Head, Future<byte[]>> refused(Function<Head, Failure> why) {
        return head -> Future.failedFuture(why.apply(head).asException());
    }
}
