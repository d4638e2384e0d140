package io.geminigateway.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/// An error as it goes out: Google's envelope `{"error":{code,message,status,details}}`, or the HTML of a front end.
record Refusal(int status, String contentType, String body) {
    private static final String JSON = "application/json; charset=UTF-8";

    /// Google's envelope around a canonical status, a message and its details.
    static Refusal of(int code, String status, String message, JsonObject... details) {
        var error = new JsonObject().put("code", code).put("message", message).put("status", status);
        if (details.length > 0) {
            error.put("details", new JsonArray(List.of(details)));
        }
        return json(code, new JsonObject().put("error", error));
    }

    static Refusal json(int status, JsonObject body) {
        return new Refusal(status, JSON, body.encodePrettily() + "\n");
    }

    static Refusal html(int status, String title, String explanation) {
        var page = """
                <!DOCTYPE html>
                <html lang=en>
                  <meta charset=utf-8>
                  <title>Error %d (%s)!!1</title>
                  <p><b>%d.</b> <ins>That’s an error.</ins>
                  <p>%s  <ins>That’s all we know.</ins>
                """.formatted(status, title, status, explanation);
        return new Refusal(status, "text/html; charset=UTF-8", page);
    }

    /// Streams without `alt=sse` wrap their errors in an array.
    Refusal inArray() {
        return contentType.equals(JSON) ? new Refusal(status, contentType, "[" + body.strip() + "]\n") : this;
    }
}
