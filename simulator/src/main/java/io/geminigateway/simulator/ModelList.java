package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// The models an account sees, in pages.
final class ModelList {
    private static final JsonObject EMBEDS = JsonObject.of(
            "inputTokenLimit", 2048,
            "outputTokenLimit", 1,
            "supportedGenerationMethods", JsonArray.of("embedContent", "countTokens"));
    private static final JsonObject GENERATES = JsonObject.of(
                    "inputTokenLimit", 1_048_576,
                    "outputTokenLimit", 65_536,
                    "supportedGenerationMethods",
                            JsonArray.of(
                                    "generateContent", "countTokens", "createCachedContent", "batchGenerateContent"),
                    "temperature", 1,
                    "maxTemperature", 2)
            .put("topP", 0.95)
            .put("topK", 64)
            .put("thinking", true);

    private ModelList() {}

    static void play(Call call, Stage stage, SimulatedAccount account) {
        var wanted = call.route().model();
        if (wanted == null) {
            stage.play(Answer.json(page(account, number(call, "pageToken", 0), number(call, "pageSize", 50))));
        } else if (account.models().contains(wanted)) {
            stage.play(Answer.json(describe(account, wanted)));
        } else {
            stage.refuse(RequestErrors.modelNotFound(stage.occasion()));
        }
    }

    /// As Vertex AI tells it: names, and little else.
    static void playPublishers(Stage stage, SimulatedAccount account) {
        var models = account.models().stream()
                .map(id -> JsonObject.of("name", "publishers/google/models/" + id, "versionId", "default"))
                .toList();
        stage.play(Answer.json(JsonObject.of("publisherModels", new JsonArray(models))));
    }

    /// A page token is the number of models before the page.
    private static JsonObject page(SimulatedAccount account, int from, int size) {
        var ids = account.models().stream()
                .skip(from)
                .limit(size)
                .map(id -> describe(account, id))
                .toList();
        var page = JsonObject.of("models", new JsonArray(ids));
        var next = from + ids.size();
        return next < account.models().size() ? page.put("nextPageToken", Integer.toString(next)) : page;
    }

    private static int number(Call call, String field, int otherwise) {
        return call.query()
                .find(field)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static JsonObject describe(SimulatedAccount account, String id) {
        var common = new JsonObject()
                .put("name", "models/" + id)
                .put("baseModelId", id)
                .put("version", "001")
                .put("displayName", id)
                .put("description", "A simulated model.");
        var model =
                common.mergeIn(id.contains("embedding") ? EMBEDS : GENERATES).mergeIn(account.description(id));
        model.fieldNames().removeIf(name -> model.getValue(name) == null);
        return model;
    }
}
