package io.geminigateway.server;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What stands behind a route. A thrown [io.geminigateway.failure.GatewayException] is rendered for the client.
sealed interface Endpoint {
    /// Answers from the head of the request alone.
    record Head(Consumer<Visit> handler) implements Endpoint {}

    /// Wants the whole body first.
    record Body(BiConsumer<Visit, byte[]> handler) implements Endpoint {}
}
