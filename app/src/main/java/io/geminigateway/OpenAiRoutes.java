package io.geminigateway;

import io.geminigateway.dialect.Dialect;
import io.geminigateway.dialect.Head;
import io.geminigateway.gemini.ModelCatalog;
import io.geminigateway.gemini.SignatureStore;
import io.geminigateway.openai.Moderations;
import io.geminigateway.openai.OpenAiModels;
import io.geminigateway.openai.audio.Speech;
import io.geminigateway.openai.audio.Transcriptions;
import io.geminigateway.openai.chat.ChatCompletions;
import io.geminigateway.openai.chat.ChatSettings;
import io.geminigateway.openai.completions.Completions;
import io.geminigateway.openai.embeddings.Embeddings;
import io.geminigateway.openai.images.ImageEdits;
import io.geminigateway.openai.images.ImageGenerations;
import io.geminigateway.openai.responses.ResponseDesk;
import io.geminigateway.openai.responses.ResponseStore;
import io.geminigateway.openai.responses.Responses;
import io.geminigateway.relay.Relay;
import io.geminigateway.server.MediaSource;
import io.geminigateway.server.Routes;
import io.geminigateway.upstream.ModelDirectory;
import io.vertx.core.Future;

/// OpenAI's API, path by path: what stands behind each.
final class OpenAiRoutes {
    private final ModelDirectory directory;
    private final OpenAiModels models;
    private final ChatCompletions chat;
    private final ResponseRoutes responses;
    private final Completions completions;
    private final Embeddings embeddings;
    private final ImageGenerations images;
    private final ImageEdits imageEdits;
    private final Speech speech;
    private final Transcriptions transcriptions;
    private final Transcriptions translations;
    private final Moderations moderations = new Moderations();

    OpenAiRoutes(
            ModelCatalog catalog,
            SignatureStore signatures,
            ChatSettings settings,
            ResponseStore kept,
            ModelDirectory directory) {
        this.directory = directory;
        models = new OpenAiModels(catalog);
        chat = new ChatCompletions(catalog, signatures, settings);
        responses = new ResponseRoutes(new Responses(catalog, chat, kept), new ResponseDesk(kept));
        completions = new Completions(chat::read);
        embeddings = new Embeddings(catalog);
        images = new ImageGenerations(catalog);
        imageEdits = new ImageEdits(catalog);
        speech = new Speech(catalog);
        transcriptions = Transcriptions.verbatim(catalog);
        translations = Transcriptions.intoEnglish(catalog);
    }

    /// Who tells everybody else's clients of paths that are none.
    Dialect speaker() {
        return chat;
    }

    void add(Routes routes, Relay relay, MediaSource media) {
        responses.add(routes, relay, media);
        routes.post("/chat/completions", chat, relay, media)
                .post("/completions", completions, relay)
                .post("/embeddings", embeddings, relay)
                .post("/images/generations", images, relay)
                .post("/images/edits", imageEdits, relay)
                .post("/audio/speech", speech, relay)
                .post("/audio/transcriptions", transcriptions, relay)
                .post("/audio/translations", translations, relay)
                .post("/moderations", moderations, relay)
                .get("/models", chat, _ -> directory.offered().map(models::list))
                .get("/models/*", chat, this::one);
    }

    private Future<byte[]> one(Head head) {
        return directory.offered().map(offered -> models.one(head.below("/models/"), offered));
    }
}
