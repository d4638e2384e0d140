package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a client leaves with Google lies with one account, and whoever uses it is served by that one.
class HeldFilesTest {
    private static final String PATH = "/v1beta/models/" + Rig.MODEL + ":generateContent";

    @TempDir
    private Path home;

    @Test
    void aFileIsUsedByTheAccountThatTookIt() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var file = upload(rig, "hello");
            var owner = owner(rig);
            rig.google().ledger().clear();

            for (var i = 0; i < 12; i++) {
                assertThat(look(rig, file.getString("uri")).statusCode()).isEqualTo(200);
            }

            assertThat(callers(rig, Entry.Kind.GENERATE)).hasSize(12).containsOnly(owner);
        }
    }

    @Test
    void anUploadTravelsInPiecesAndItsAddressIsOurs() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var started = start(rig, "client 1");
            var address = started.headers().firstValue("x-goog-upload-url").orElseThrow();

            var first = piece(address, "upload", 0, "he", rig);
            var last = piece(address, "upload, finalize", 2, "llo", rig);
            var unknown = piece(address.replaceAll("upload_id=\\w{4}", "upload_id=AAAA"), "upload", 0, "x", rig);

            assertThat(address).startsWith(rig.url("/upload/").toString()).doesNotContain("sim-upload");
            assertThat(started.headers().firstValue("x-goog-upload-status")).hasValue("active");
            assertThat(first.headers().firstValue("x-goog-upload-status")).hasValue("active");
            assertThat(last.headers().firstValue("x-goog-upload-status")).hasValue("final");
            assertThat(new JsonObject(last.body()).getJsonObject("file").getString("sizeBytes"))
                    .isEqualTo("5");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(Native.error(unknown).getString("status")).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void aFileIsReadListedLoadedAndDeletedWhereItLies() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var one = upload(rig, "hello", "client 1");
            var other = upload(rig, "world", "client 2");

            var name = one.getString("name");
            assertThat(rig.get("/v1beta/" + name).statusCode()).isEqualTo(200);
            assertThat(rig.get("/v1beta/%s:download?alt=media".formatted(name)).body())
                    .isEqualTo("hello");
            assertThat(names(rig.get("/v1beta/files"), "files"))
                    .containsExactlyInAnyOrder(name, other.getString("name"));
            var page = new JsonObject(rig.get("/v1beta/files?pageSize=1").body());
            assertThat(page.getJsonArray("files")).hasSize(1);
            assertThat(names(rig.get("/v1beta/files?pageSize=1&pageToken=" + page.getString("nextPageToken")), "files"))
                    .hasSize(1);

            var deleted = rig.send(
                    HttpRequest.newBuilder(rig.url("/v1beta/" + name)).DELETE().build());
            assertThat(deleted.statusCode()).isEqualTo(200);
            assertThat(names(rig.get("/v1beta/files"), "files")).containsExactly(other.getString("name"));
        }
    }

    @Test
    void theFilesOfOneClientLieTogether() {
        try (var rig = Rig.withKeys(home, "a", "b", "c", "d")) {
            var one = upload(rig, "one", "client 1");
            var owner = owner(rig);
            for (var i = 0; i < 8; i++) {
                upload(rig, "more", "client 1");
            }

            var answer = rig.post(PATH, """
                    {"contents":[{"parts":[{"fileData":{"fileUri":"%s"}},{"fileData":{"fileUri":"%s"}},{"text":"look"}]}]}
                    """.formatted(
                            one.getString("uri"), upload(rig, "two", "client 1").getString("uri")));

            assertThat(callers(rig, Entry.Kind.UPLOAD)).containsOnly(owner);
            assertThat(answer.body()).contains("I see: ");
        }
    }

    @Test
    void whatLiesApartCannotBeUsedTogether() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var one = upload(rig, "one", "client 1");
            var owner = owner(rig);
            new Operator(rig).post("/accounts/%s/freeze".formatted(owner), "{\"seconds\":600}");
            var other = upload(rig, "two", "client 1"); // elsewhere rather than not at all

            var answer = rig.post(PATH, """
                    {"contents":[{"parts":[{"fileData":{"fileUri":"%s"}},{"file_data":{"file_uri":"%s"}}]}]}
                    """.formatted(one.getString("uri"), other.getString("uri")));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Native.error(answer).getString("message")).contains("different accounts");
        }
    }

    @Test
    void nobodyElseIsAskedWhileTheHolderRests() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var file = upload(rig, "hello");
            new Operator(rig).post("/accounts/%s/freeze".formatted(owner(rig)), "{\"seconds\":600}");
            rig.google().ledger().clear();

            var answer = look(rig, file.getString("uri"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Native.error(answer).getString("message"))
                    .contains("The account that holds '%s'".formatted(file.getString("name")))
                    .contains("no other can see it");
            assertThat(Native.detail(answer, "RetryInfo").getString("retryDelay"))
                    .endsWith("s");
            assertThat(rig.google().ledger().entries()).isEmpty();
        }
    }

    @Test
    void aLimitOfTheHoldersIsToldAsIts() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            var file = upload(rig, "hello");
            rig.google().account(owner(rig)).always(Reaction.failure(GoogleError.DAILY_QUOTA));
            rig.google().ledger().clear();

            look(rig, file.getString("uri"));
            var answer = look(rig, file.getString("uri"));

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Native.error(answer).getString("message")).startsWith("The account that holds 'files/");
            assertThat(rig.google().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void anUploadBeginsElsewhereWhenAnAccountRefuses() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.failure(GoogleError.API_KEY_INVALID));

            for (var i = 0; i < 6; i++) {
                upload(rig, "hello", "client " + i);
            }

            assertThat(names(rig.get("/v1beta/files"), "files")).hasSize(6);
        }
    }

    @Test
    void aRestartForgetsNothing() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var file = upload(rig, "hello");
            var owner = owner(rig);

            rig.restart();
            rig.google().ledger().clear();
            for (var i = 0; i < 6; i++) {
                assertThat(look(rig, file.getString("uri")).statusCode()).isEqualTo(200);
            }

            assertThat(callers(rig, Entry.Kind.GENERATE)).containsOnly(owner);
        }
    }

    @Test
    void keysOfOneProjectShareTheirFiles() {
        var google = Simulator.start();
        var a = google.account("a");
        var b = google.account("b").inProjectOf(a);
        var files = Map.of(
                "a.json",
                        new JsonObject(a.apiKeyFile()).put("projectId", "sim-a").encode(),
                "b.json",
                        new JsonObject(b.apiKeyFile()).put("projectId", "sim-a").encode(),
                "c.json", google.account("c").apiKeyFile());
        try (var rig = Rig.with(home, google, files, Map.of())) {
            new Operator(rig).post("/accounts/c/freeze", "{\"seconds\":600}");
            var file = upload(rig, "hello");
            var owner = owner(rig);
            new Operator(rig).post("/accounts/%s/freeze".formatted(owner), "{\"seconds\":600}");
            new Operator(rig).post("/accounts/c/unfreeze", "");
            google.ledger().clear();

            for (var i = 0; i < 4; i++) {
                assertThat(look(rig, file.getString("uri")).statusCode()).isEqualTo(200);
            }

            assertThat(callers(rig, Entry.Kind.GENERATE)).containsOnly(owner.equals("a") ? "b" : "a");
        }
    }

    static Stream<Arguments> usesOfAFile() {
        return Stream.of(
                arguments("/v1/chat/completions", """
                        {"model":"%s","user":"%d","messages":[{"role":"user","content":[
                          {"type":"file","file":{"file_id":"%s","format":"text/plain"}},{"type":"text","text":"look"}]}]}
                        """),
                arguments("/v1/responses", """
                        {"model":"%s","user":"%d","input":[{"role":"user","content":[
                          {"type":"input_file","file_id":"%s"},{"type":"input_text","text":"look"}]}]}
                        """),
                arguments("/v1/messages", """
                        {"model":"%s","metadata":{"user_id":"%d"},"max_tokens":99,"messages":[{"role":"user","content":[
                          {"type":"document","source":{"type":"file","file_id":"%s"}},{"type":"text","text":"look"}]}]}
                        """));
    }

    @ParameterizedTest
    @MethodSource("usesOfAFile")
    void clientsOfOtherDialectsMayUseThemToo(String path, String request) {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var file = upload(rig, "hello");
            var owner = owner(rig);
            rig.google().ledger().clear();

            for (var i = 0; i < 6; i++) {
                var answer = rig.post(path, request.formatted(Rig.MODEL, i, file.getString("uri")));
                assertThat(answer.body()).contains("I see: " + file.getString("uri"));
            }

            assertThat(callers(rig, Entry.Kind.GENERATE)).containsOnly(owner);
        }
    }

    @Test
    void aCacheIsMadeUsedProlongedAndDeletedByOneAccount() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            var made = rig.post("/v1beta/cachedContents", """
                    {"model":"models/gemini-2.5-flash","contents":[{"role":"user","parts":[{"text":"long"}]}],"ttl":"600s"}
                    """);
            var name = new JsonObject(made.body()).getString("name");
            var owner = callers(rig, Entry.Kind.CACHES).getFirst();
            rig.google().ledger().clear();

            for (var i = 0; i < 6; i++) {
                var answer = rig.post("/v1beta/models/gemini-2.5-flash:generateContent", """
                        {"cachedContent":"%s","contents":[{"parts":[{"text":"question %d"}]}]}
                        """.formatted(name, i));
                assertThat(answer.statusCode()).isEqualTo(200);
                var chat = rig.chat("""
                        {"model":"gemini-2.5-flash","messages":[{"role":"user","content":"hi %d"}],
                         "extra_body":{"google":{"cached_content":"%s"}}}""".formatted(i, name));
                assertThat(chat.statusCode()).isEqualTo(200);
            }
            var prolonged = rig.send(HttpRequest.newBuilder(rig.url("/v1beta/%s?updateMask=ttl".formatted(name)))
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"ttl\":\"7200s\"}"))
                    .build());
            assertThat(names(rig.get("/v1beta/cachedContents"), "cachedContents"))
                    .containsExactly(name);
            var read = rig.get("/v1beta/" + name);
            var deleted = rig.send(
                    HttpRequest.newBuilder(rig.url("/v1beta/" + name)).DELETE().build());

            assertThat(callers(rig, Entry.Kind.GENERATE)).hasSize(12).containsOnly(owner);
            assertThat(List.of(prolonged, read, deleted))
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
            assertThat(names(rig.get("/v1beta/cachedContents"), "cachedContents"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsSomebodyElsesIsRefusedAndHeldAgainstNobody() {
        try (var rig = Rig.withKeys(home, "a")) {
            var before = rig.standing();

            var answer = rig.get("/v1beta/files/unknown");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Native.error(answer).getString("status")).isEqualTo("PERMISSION_DENIED");
            assertThat(rig.standing()).isEqualTo(before);
        }
    }

    @Test
    void onlyTheDeveloperApiTakesFiles() {
        var google = Simulator.start();
        try (var rig =
                Rig.with(home, google, Map.of("v.json", google.account("v").serviceAccountFile()), Map.of())) {
            var answer = start(rig, "client");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Native.error(answer).getString("message")).contains("API key");
        }
    }

    @Test
    void anUploadThatDoesNotBeginAsOneIsExplained() {
        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(rig.post("/upload/v1beta/files", "{}").statusCode()).isEqualTo(400);
            assertThat(rig.post("/upload/v1beta/elsewhere", "{}").statusCode()).isEqualTo(404);
            assertThat(rig.get("/v1beta/files/..%2Fmodels").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> look(Rig rig, String uri) {
        return rig.post(PATH, """
                {"contents":[{"role":"user","parts":[{"fileData":{"fileUri":"%s"}},{"text":"look"}]}]}""".formatted(uri));
    }

    private static JsonObject upload(Rig rig, String text) {
        return upload(rig, text, "somebody");
    }

    private static JsonObject upload(Rig rig, String text, String client) {
        var address =
                start(rig, client).headers().firstValue("x-goog-upload-url").orElseThrow();
        var answer = piece(address, "upload, finalize", 0, text, rig);
        return new JsonObject(answer.body()).getJsonObject("file");
    }

    private static HttpResponse<String> start(Rig rig, String client) {
        return rig.post(
                "/upload/v1beta/files",
                "{\"file\":{\"displayName\":\"a file\"}}",
                "x-goog-api-key",
                client,
                "x-goog-upload-protocol",
                "resumable",
                "x-goog-upload-command",
                "start",
                "x-goog-upload-header-content-length",
                "5",
                "x-goog-upload-header-content-type",
                "text/plain");
    }

    private static HttpResponse<String> piece(String address, String command, int offset, String bytes, Rig rig) {
        return rig.send(HttpRequest.newBuilder(URI.create(address))
                .headers("x-goog-upload-command", command, "x-goog-upload-offset", Integer.toString(offset))
                .POST(HttpRequest.BodyPublishers.ofString(bytes))
                .build());
    }

    /// Whose account took the last upload.
    private static String owner(Rig rig) {
        return callers(rig, Entry.Kind.UPLOAD).getLast();
    }

    private static List<String> callers(Rig rig, Entry.Kind kind) {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.account().stream())
                .toList();
    }

    private static List<String> names(HttpResponse<String> list, String kind) {
        return new JsonObject(list.body())
                .getJsonArray(kind, new JsonArray()).stream()
                        .map(entry -> ((JsonObject) entry).getString("name"))
                        .toList();
    }
}
