package io.geminigateway.endtoend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/// What a client of the chat endpoint was told, streamed or not.
record Told(
        int status,
        String text,
        @Nullable String finishReason,
        boolean done,
        @Nullable JsonObject error) {

    /// An answer that no client would take for a broken one.
    boolean isComplete() {
        return status == 200 && error == null && finishReason != null && done;
    }

    static Told streamed(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return new Told(response.statusCode(), "", null, false, errorIn(response.body()));
        }
        var text = new StringBuilder();
        String finish = null;
        var done = false;
        JsonObject error = null;
        for (var line :
                response.body().lines().filter(l -> l.startsWith("data: ")).toList()) {
            var data = line.substring(6);
            if (data.equals("[DONE]")) {
                done = true;
                continue;
            }
            var chunk = new JsonObject(data);
            error = chunk.containsKey("error") ? chunk.getJsonObject("error") : error;
            var choices = chunk.getJsonArray("choices", new JsonArray());
            if (!choices.isEmpty()) {
                var choice = choices.getJsonObject(0);
                text.append(choice.getJsonObject("delta").getString("content", ""));
                finish = choice.getString("finish_reason") == null ? finish : choice.getString("finish_reason");
            }
        }
        return new Told(200, text.toString(), finish, done, error);
    }

    static Told whole(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return new Told(response.statusCode(), "", null, false, errorIn(response.body()));
        }
        var choice = new JsonObject(response.body()).getJsonArray("choices").getJsonObject(0);
        var content = choice.getJsonObject("message").getString("content");
        return new Told(200, content == null ? "" : content, choice.getString("finish_reason"), true, null);
    }

    private static JsonObject errorIn(String body) {
        return new JsonObject(body).getJsonObject("error");
    }
}
