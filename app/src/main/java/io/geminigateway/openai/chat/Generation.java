package io.geminigateway.openai.chat;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationConfig;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.MalformedJsonException;
import io.geminigateway.gemini.Model;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.Sampling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How to generate, out of all the parameters of a request. `extra_body.google` has the last word.
final class Generation {
    private Generation() {}

    /// Null when the request asks for nothing in particular.
    static @Nullable GenerationConfig of(
            ChatRequest request,
            Optional<Model> listed,
            Capabilities model,
            boolean withTools,
            GoogleExtras google,
            Dropped dropped) {
        var draft = new GenerationDraft();
        var limit = ChatSampling.write(request, new Sampling(listed, model, draft, dropped), draft);
        Probabilities.write(request, model, draft, dropped);
        ResponseShape.write(request, withTools, model, draft);
        OutputModalities.write(request, model, draft, dropped);
        Reasoning.of(request, google).write(model, limit, draft, dropped, "reasoning_effort");
        google.write(draft);
        dropped.addIf(request.verbosity() != null, "verbosity");
        dropped.addIf(request.prediction() != null, "prediction");
        google.dropUnknown(dropped);
        try {
            return draft.config().orElse(null);
        } catch (MalformedJsonException e) {
            var path = "extra_body.google.generation_config" + (e.path() == null ? "" : "." + e.path());
            throw Invalid.value(path, "'%s': %s".formatted(path, e.reason()));
        }
    }
}
