package io.geminigateway.server;

import io.geminigateway.dialect.Head;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;

/// What is answered without asking an account, out of the head of the request: lists of models, what is kept here. One
/// per event loop.
final class LocalEndpoint {
    private final Vertx vertx;
    private final Function<Head, Future<byte[]>> answer;

    /// `answer` is JSON; it may complete anywhere, and fail with a [io.geminigateway.failure.GatewayException].
    LocalEndpoint(Vertx vertx, Function<Head, Future<byte[]>> answer) {
        this.vertx = vertx;
        this.answer = answer;
    }

    /// Goes on on the visit's own event loop.
    void answer(Visit visit) {
        var loop = vertx.getOrCreateContext();
        answer.apply(visit.head())
                .onComplete(
                        json -> loop.runOnContext(_ -> visit.answer(200, json)),
                        failed -> loop.runOnContext(_ -> Front.fail(visit, failed)));
    }
}
