package io.geminigateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Files and caches: each belongs to one project.
class FilesTest {
    private final Simulator google = Simulator.start();
    private final Client client = new Client(google);
    private final SimulatedAccount ada = google.account("ada");
    private final SimulatedAccount bob = google.account("bob");

    @AfterEach
    void close() {
        client.close();
        google.close();
    }

    @Test
    void aFileArrivesInPieces() {
        var address = begin(ada);

        var first = piece(address, "upload", 0, "he");
        var gap = piece(address, "upload", 9, "x");
        var last = piece(address, "upload, finalize", 2, "llo");
        var again = piece(address, "upload", 5, "x");

        assertThat(first.headers().firstValue("x-goog-upload-status")).contains("active");
        assertThat(gap.statusCode()).isEqualTo(400);
        var file = Client.json(last).getJsonObject("file");
        assertThat(file.getString("sizeBytes")).isEqualTo("5");
        assertThat(file.getString("uri")).endsWith("/v1beta/" + file.getString("name"));
        assertThat(again.statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseSeesIt() {
        var name = file(ada);
        var use = "{\"contents\":[{\"parts\":[{\"fileData\":{\"fileUri\":\"%s\"}}]}]}".formatted(name);

        assertThat(get(ada, name).statusCode()).isEqualTo(200);
        assertThat(get(bob, name).statusCode()).isEqualTo(403);
        assertThat(client.send(client.generate(ada, use)).statusCode()).isEqualTo(200);
        assertThat(Client.message(client.send(client.generate(bob, use)))).startsWith("You do not have permission");
        assertThat(Client.json(get(bob, "files"))).isEqualTo(new JsonObject());
    }

    @Test
    void whoSharesTheProjectDoes() {
        var name = file(ada);

        assertThat(get(google.account("eve").inProjectOf(ada), name).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCacheBelongsToItsProjectToo() {
        var made = Client.json(client.send(Client.posting(
                client.gemini(ada, "/v1beta/cachedContents"),
                "{\"model\":\"models/gemini-2.5-flash\",\"contents\":[{\"parts\":[{\"text\":\"long\"}]}]}")));
        var use = "{\"cachedContent\":\"%s\",\"contents\":[{\"parts\":[{\"text\":\"hi\"}]}]}"
                .formatted(made.getString("name"));

        assertThat(client.send(client.generate(ada, use)).statusCode()).isEqualTo(200);
        assertThat(client.send(client.generate(bob, use)).statusCode()).isEqualTo(403);
    }

    @Test
    void vertexAiTakesKeysInExpressModeOnly() {
        var express = client.gemini(ada, "/v1/publishers/google/models/gemini-2.5-flash:generateContent");
        var project = client.gemini(
                ada, "/v1/projects/sim-ada/locations/global/publishers/google/models/gemini-2.5-flash:generateContent");

        assertThat(client.send(Client.posting(express, Client.contents("hi"))).statusCode())
                .isEqualTo(200);
        assertThat(client.send(Client.posting(project, Client.contents("hi"))).statusCode())
                .isEqualTo(401);
    }

    private String begin(SimulatedAccount account) {
        var begun = client.send(Client.posting(
                client.gemini(account, "/upload/v1beta/files")
                        .header("x-goog-upload-protocol", "resumable")
                        .header("x-goog-upload-command", "start"),
                "{}"));
        return begun.headers().firstValue("x-goog-upload-url").orElseThrow();
    }

    private HttpResponse<String> piece(String address, String command, int offset, String bytes) {
        return client.send(HttpRequest.newBuilder(URI.create(address))
                .headers("x-goog-api-key", ada.key(), "x-goog-upload-command", command)
                .header("x-goog-upload-offset", Integer.toString(offset))
                .POST(HttpRequest.BodyPublishers.ofString(bytes))
                .build());
    }

    private String file(SimulatedAccount account) {
        var done = piece(begin(account), "upload, finalize", 0, "hello");
        return Client.json(done).getJsonObject("file").getString("name");
    }

    private HttpResponse<String> get(SimulatedAccount account, String name) {
        return client.send(client.gemini(account, "/v1beta/" + name).build());
    }
}
