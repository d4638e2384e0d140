package io.geminigateway.openai.responses;

import io.geminigateway.sse.Bytes;
import java.util.function.Consumer;

/// Hears of an answer as it grows: the lines of a stream, or nobody.
@FunctionalInterface
interface Events {
    Events UNHEARD = (_, _) -> {};

    /// `members` writes what the event tells beside its type: members of an object, at least one.
    void event(String type, Consumer<Bytes> members);
}
