package io.geminigateway.anthropic.messages;

import io.geminigateway.gemini.GenerateContentRequest;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.ModelName;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.gemini.Signatures;
import io.geminigateway.gemini.SignedHistory;
import io.geminigateway.gemini.ThoughtSignature;
import io.geminigateway.gemini.ToolNames;
import io.geminigateway.prompt.Addresses;
import io.geminigateway.prompt.Dropped;
import io.geminigateway.prompt.Invalid;
import io.geminigateway.prompt.Media;

/// A request in Gemini's language, and what has to be known of it to tell the answer.
record Translation(
        ModelName model,
        GenerateContentRequest gemini,
        ToolNames names,
        Signatures signatures,
        int limit,
        Dropped dropped) {

    /// Reads the requests of one gateway. Thread-safe.
    record Translator(ModelCatalog models, SignatureStore signatures) {

        Translation translate(MessagesRequest request, Addresses addresses) {
            var model = model(request);
            var capabilities = models.capabilities(model);
            var dropped = new Dropped();
            var names = new ToolNames();
            var kept = new Signatures(signatures, model);
            var tools = Tools.of(request, capabilities, names, dropped);
            var transcript = new Transcript(
                    new BlockParts(new Media(capabilities, dropped, addresses)),
                    new ToolUses(names, model),
                    dropped,
                    ThoughtSignature.isNeededBy(model)); // the same models take media in results
            transcript.read(request.messagesOrNone(), request.system());
            var generation = Generation.of(request, models.find(model), capabilities, tools.json() != null, dropped);
            var gemini = new GenerateContentRequest(
                    new SignedHistory(kept, model).of(transcript.contents()),
                    transcript.systemInstruction(),
                    tools.json(),
                    tools.config(request.toolChoice()),
                    null,
                    generation.config(),
                    null,
                    null);
            return new Translation(model, gemini, names, kept, generation.limit(), dropped);
        }

        private ModelName model(MessagesRequest request) {
            if (request.model() == null || request.model().isBlank()) {
                throw Invalid.missing("model");
            }
            return models.resolve(request.model());
        }
    }
}
