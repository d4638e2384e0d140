package io.geminigateway.server;

import io.geminigateway.failure.Failure;
import java.util.Optional;
import java.util.function.Function;

/// The models that clients may ask for, as their dialect shows them.
final class ModelsEndpoint {
    private final byte[] list;
    private final Function<String, Optional<byte[]>> one;

    /// `list` is the whole answer; `one` is the answer for an id, if there is such a model.
    ModelsEndpoint(byte[] list, Function<String, Optional<byte[]>> one) {
        this.list = list;
        this.one = one;
    }

    void list(Visit visit) {
        visit.answer(200, list);
    }

    void one(Visit visit) {
        var resource = Resource.of(visit.request().path());
        var id = Resource.decoded(resource.substring("/models/".length()));
        var answer = one.apply(id)
                .orElseThrow(
                        () -> new Failure.ModelNotFound("The model '%s' does not exist".formatted(id)).asException());
        visit.answer(200, answer);
    }
}
