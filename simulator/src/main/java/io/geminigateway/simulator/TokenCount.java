package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// `countTokens`: words, as everywhere in the simulator.
final class TokenCount {
    private TokenCount() {}

    /// Answers a body of this message, in Code Assist's envelope or without.
    static void play(Call call, Stage stage, String message) {
        switch (RequestCheck.message(call, message)) {
            case RequestCheck.Verdict.Faulty faulty -> stage.refuse(faulty.refusal());
            case RequestCheck.Verdict.Sound sound -> stage.play(Answer.json(count(sound.request())));
        }
    }

    private static JsonObject count(JsonObject body) {
        var request = inside(inside(body, "request"), "generateContentRequest");
        var tokens = Prompt.of(request).tokens();
        return JsonObject.of(
                "totalTokens",
                tokens,
                "promptTokensDetails",
                JsonArray.of(JsonObject.of("modality", "TEXT", "tokenCount", tokens)));
    }

    private static JsonObject inside(JsonObject body, String name) {
        return body.getValue(name) instanceof JsonObject inner ? inner : body;
    }
}
