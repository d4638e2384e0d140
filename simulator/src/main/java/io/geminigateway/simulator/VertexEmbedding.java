package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// Embeddings in Vertex AI's words: one content per call, `gemini-embedding-001` by `predict`, later models by
/// `embedContent` with their options apart.
final class VertexEmbedding implements Speaker {
    private static final String BY_PREDICTION = "gemini-embedding-001";

    private final JsonObject request;

    private VertexEmbedding(JsonObject request) {
        this.request = request;
    }

    static void play(Call call, Stage stage, SimulatedAccount account) {
        var predicts = call.model().filter(BY_PREDICTION::equals).isPresent();
        if (!call.route().verb().equals(predicts ? "predict" : "embedContent")) {
            stage.refuse(RequestErrors.methodNotFound());
            return;
        }
        switch (RequestCheck.message(call, predicts ? "PredictRequest" : "VertexEmbedContentRequest")) {
            case RequestCheck.Verdict.Faulty faulty -> stage.refuse(faulty.refusal());
            case RequestCheck.Verdict.Sound sound -> stage.perform(account, new VertexEmbedding(sound.request()));
        }
    }

    @Override
    public Answer ordinary() {
        var instances = Prompt.objects(request.getValue("instances")).toList();
        if (instances.isEmpty()) {
            var texts = Prompt.objects(request.getValue("content"))
                    .flatMap(content -> Prompt.textsOf(content).stream())
                    .toList();
            var options = request.getJsonObject("embedContentConfig", new JsonObject());
            return Answer.json(JsonObject.of(
                    "embedding", JsonObject.of("values", Embedding.values(texts, Embedding.dimensions(options)))));
        }
        var text = instances.getFirst().getString("content", "");
        var options = request.getJsonObject("parameters", new JsonObject());
        var embeddings = JsonObject.of(
                "values",
                Embedding.values(List.of(text), Embedding.dimensions(options)),
                "statistics",
                JsonObject.of("token_count", Prompt.words(text), "truncated", false));
        return Answer.json(JsonObject.of("predictions", JsonArray.of(JsonObject.of("embeddings", embeddings))));
    }
}
