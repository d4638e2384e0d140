package io.geminigateway.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/// An application written for OpenAI's API, as small as can be.
final class Client implements AutoCloseable {
    static final String MODEL = "gemini-3.8-flash";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // as OpenAI's own clients do
            .build();
    private final URI endpoint;

    Client(int port) {
        endpoint = URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
    }

    /// Asks for a stream and tells each piece of text as it comes.
    void stream(String question, Consumer<String> told) throws IOException, InterruptedException {
        var answer = http.send(request(question, true), HttpResponse.BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            lines.filter(line -> line.startsWith("data: {"))
                    .map(line -> new JsonObject(line.substring(6)))
                    .forEach(chunk -> told.accept(delta(chunk)));
        }
    }

    private static String delta(JsonObject chunk) {
        var choices = chunk.getJsonArray("choices", new JsonArray());
        return choices.isEmpty()
                ? ""
                : choices.getJsonObject(0).getJsonObject("delta").getString("content", "");
    }

    /// Asks for a whole answer.
    Answer ask(String question) throws IOException, InterruptedException {
        var answer = http.send(request(question, false), HttpResponse.BodyHandlers.ofString());
        var body = new JsonObject(answer.body());
        if (answer.statusCode() != 200) {
            return new Answer(answer.statusCode(), body.getJsonObject("error").getString("message"));
        }
        var message = body.getJsonArray("choices").getJsonObject(0).getJsonObject("message");
        return new Answer(200, message.getString("content"));
    }

    record Answer(int status, String text) {}

    private HttpRequest request(String question, boolean stream) {
        var body = JsonObject.of(
                "model",
                MODEL,
                "stream",
                stream,
                "messages",
                JsonArray.of(JsonObject.of("role", "user", "content", question)));
        return HttpRequest.newBuilder(endpoint)
                .header("content-type", "application/json")
                .header("authorization", "Bearer anything")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
