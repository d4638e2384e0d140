package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.Capabilities;
import io.geminigateway.gemini.GenerationConfig;
import io.geminigateway.gemini.GenerationDraft;
import io.geminigateway.gemini.Modality;
import io.geminigateway.gemini.Model;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.JsonShape;
import io.geminigateway.prompt.Sampling;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How to generate, out of all the parameters of a request. Null in `config` asks for nothing in particular; `limit` is
/// 0 where the request sets none.
record Generation(@Nullable GenerationConfig config, int limit) {

    static Generation of(
            MessagesRequest request, Optional<Model> listed, Capabilities model, boolean withTools, Dropped dropped) {
        var draft = new GenerationDraft();
        var sampling = new Sampling(listed, model, draft, dropped);
        sampling.stops(request.stopSequences() == null ? List.of() : request.stopSequences(), "stop_sequences");
        var limit = sampling.limit(request.maxTokens(), "max_tokens");
        sampling.temperature(request.temperature());
        sampling.topP(request.topP());
        sampling.topK(request.topK());
        format(request, withTools, model, draft);
        modalities(model, draft);
        ThinkingChoice.of(request).write(model, limit, draft, dropped, "thinking");
        return new Generation(draft.config().orElse(null), limit == null ? 0 : limit);
    }

    /// Clients of the time before `output_config` say `output_format`.
    private static void format(MessagesRequest request, boolean withTools, Capabilities model, GenerationDraft draft) {
        var config = request.outputConfig();
        if (config != null && config.format() != null) {
            format(config.format(), "output_config.format", withTools, model, draft);
        } else if (request.outputFormat() != null) {
            format(request.outputFormat(), "output_format", withTools, model, draft);
        }
    }

    private static void format(
            MessagesRequest.Format format, String field, boolean withTools, Capabilities model, GenerationDraft draft) {
        if (!"json_schema".equals(format.type())) {
            throw Invalid.value(field + ".type", "'%s.type' must be json_schema".formatted(field));
        }
        var shape = new JsonShape(field);
        shape.write(withTools, model, draft);
        draft.set("responseJsonSchema", shape.schema(format.schema(), null, field + ".schema"));
    }

    /// A model that gives more than text is asked for all it gives.
    private static void modalities(Capabilities model, GenerationDraft draft) {
        if (!model.output().contains(Modality.TEXT)) {
            throw Invalid.unsupported("model", "'model': this model writes no text");
        }
        if (!model.output().equals(Set.of(Modality.TEXT))) {
            draft.set(
                    "responseModalities",
                    EnumSet.copyOf(model.output()).stream().map(Modality::name).toList());
        }
    }
}
