package io.geminigateway;

import io.geminigateway.dialect.Head;
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
                .post("/responses/compact", responses, here(desk::compact))
                .get("/responses/*", responses, here(desk::get))
                .delete("/responses/*", responses, here(desk::delete))
                .post("/responses/*", responses, here(desk::cancel));
        for (var resource : new String[] {"/conversations", "/conversations/*"}) {
            routes.get(resource, responses, here(desk::conversations))
                    .post(resource, responses, here(desk::conversations))
                    .delete(resource, responses, here(desk::conversations));
        }
    }

    /// What is at hand is answered at once.
    private static Function<Head, Future<byte[]>> here(Function<Head, byte[]> answer) {
        return head -> Future.succeededFuture(answer.apply(head));
    }
}
