package io.geminigateway.server;

import io.geminigateway.failure.Failure;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/// The operator's one word on the clients' listener: all accounts may serve again.
final class UnfreezeEndpoint {
    private final Predicate<HttpServerRequest> allowed;
    private final IntSupplier thawAll;

    UnfreezeEndpoint(Predicate<HttpServerRequest> allowed, IntSupplier thawAll) {
        this.allowed = allowed;
        this.thawAll = thawAll;
    }

    void unfreeze(Visit visit) {
        if (!allowed.test(visit.request())) {
            throw new Failure.Forbidden("Only the operator may do this: ask from the machine that the gateway runs on")
                    .asException();
        }
        var answer = "{\"success\":true,\"thawed\":%d}".formatted(thawAll.getAsInt());
        visit.answer(200, answer.getBytes(StandardCharsets.UTF_8));
    }
}
