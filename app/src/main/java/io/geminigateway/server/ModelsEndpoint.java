package io.geminigateway.server;

import io.geminigateway.failure.Failure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The models that clients may ask for, as their dialect shows them. One per event loop.
final class ModelsEndpoint {
    private final Vertx vertx;
    private final Supplier<Future<byte[]>> list;
    private final Function<String, Future<Optional<byte[]>>> one;

    /// `list` is the whole answer; `one` is the answer for an id, if there is such a model. Both may complete anywhere.
    ModelsEndpoint(Vertx vertx, Supplier<Future<byte[]>> list, Function<String, Future<Optional<byte[]>>> one) {
        this.vertx = vertx;
        this.list = list;
        this.one = one;
    }

    void list(Visit visit) {
        here(list.get(), visit, json -> visit.answer(200, json));
    }

    void one(Visit visit) {
        var resource = Resource.of(visit.request().path());
        var id = Resource.decoded(resource.substring("/models/".length()));
        here(
                one.apply(id),
                visit,
                json -> json.ifPresentOrElse(
                        entry -> visit.answer(200, entry),
                        () -> visit.fail(new Failure.ModelNotFound("The model '%s' does not exist".formatted(id)))));
    }

    /// Goes on here, on the visit's own event loop.
    private <T> void here(Future<T> found, Visit visit, Consumer<T> answer) {
        var loop = vertx.getOrCreateContext();
        found.onComplete(
                value -> loop.runOnContext(_ -> answer.accept(value)),
                failed -> loop.runOnContext(_ -> Front.fail(visit, failed)));
    }
}
