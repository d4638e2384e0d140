package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/// Vectors that depend on the text alone, as short as they may be.
final class Embedding implements Speaker {
    private static final int DIMENSIONS = 8;

    private final JsonObject request;

    private Embedding(JsonObject request) {
        this.request = request;
    }

    static void play(Call call, Stage stage, SimulatedAccount account) {
        var batch = call.route().verb().equals("batchEmbedContents");
        switch (RequestCheck.message(call, batch ? "BatchEmbedContentsRequest" : "EmbedContentRequest")) {
            case RequestCheck.Verdict.Faulty faulty -> stage.refuse(faulty.refusal());
            case RequestCheck.Verdict.Sound sound -> stage.perform(account, new Embedding(sound.request()));
        }
    }

    @Override
    public Answer ordinary() {
        if (!request.containsKey("requests")) {
            return Answer.json(JsonObject.of("embedding", vector(request)));
        }
        var vectors = Prompt.objects(request.getValue("requests"))
                .map(Embedding::vector)
                .toList();
        return Answer.json(JsonObject.of("embeddings", new JsonArray(vectors)));
    }

    private static JsonObject vector(JsonObject request) {
        var texts = Prompt.objects(request.getValue("content"))
                .flatMap(content -> Prompt.textsOf(content).stream())
                .toList();
        return JsonObject.of("values", values(texts, dimensions(request)));
    }

    static JsonArray values(List<String> texts, int dimensions) {
        var numbers = new Random(texts.toString().hashCode());
        var values = new JsonArray();
        for (var i = 0; i < dimensions; i++) {
            values.add(numbers.nextInt(-1000, 1000) / 1000.0);
        }
        return values;
    }

    static int dimensions(JsonObject request) {
        var wanted = request.getValue("outputDimensionality", request.getValue("output_dimensionality"));
        return wanted instanceof Integer number && number > 0 ? Math.min(number, 3072) : DIMENSIONS;
    }
}
