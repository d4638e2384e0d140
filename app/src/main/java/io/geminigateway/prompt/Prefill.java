package io.geminigateway.prompt;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.Content;
import java.util.List;

/// A conversation that ends with a turn of the model's, for it to go on with.
public final class Prefill {
    private Prefill() {}

    /// Throws a [GatewayException] where the model does not do that. `param` is the client's word for the conversation.
    public static void check(List<Content> contents, Capabilities model, String param) {
        if (Content.MODEL.equals(contents.getLast().role()) && !model.prefill()) {
            throw Invalid.value(
                    param,
                    "This model does not continue an assistant message: end '%s' with a user message".formatted(param));
        }
    }
}
