package io.geminigateway.endtoend;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/// Reads what a client of Google's own API is told.
final class Native {
    private Native() {}

    /// The objects of an event stream.
    static List<JsonObject> events(String stream) {
        return Stream.of(stream.split("\n\n"))
                .map(String::strip)
                .filter(frame -> !frame.isEmpty())
                .map(frame -> new JsonObject(frame.substring("data: ".length())))
                .toList();
    }

    static JsonObject error(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("error");
    }

    /// The detail of this type.
    static JsonObject detail(HttpResponse<String> answer, String type) {
        return error(answer).getJsonArray("details").stream()
                .map(JsonObject.class::cast)
                .filter(detail -> detail.getString("@type").endsWith("." + type))
                .findFirst()
                .orElseThrow();
    }
}
