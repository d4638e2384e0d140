package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.simulator.Simulator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {
    private static final Duration EXPIRED = Duration.ofMinutes(-5);

    enum Kind {
        API_KEY(Entry.Service.GEMINI_API),
        LOGIN(Entry.Service.CODE_ASSIST),
        LOGIN_TO_VERTEX(Entry.Service.VERTEX),
        SERVICE_ACCOUNT(Entry.Service.VERTEX),
        AUTHORIZED_USER(Entry.Service.VERTEX);

        private final Entry.Service service;

        Kind(Entry.Service service) {
            this.service = service;
        }

        String file(Simulator google) {
            var account = google.account("a");
            return switch (this) {
                case API_KEY -> account.apiKeyFile();
                case LOGIN -> account.loginFile();
                case LOGIN_TO_VERTEX ->
                    new JsonObject(account.loginFile()).put("backend", "vertex").encode();
                case SERVICE_ACCOUNT -> account.serviceAccountFile();
                case AUTHORIZED_USER -> account.authorizedUserFile();
            };
        }
    }

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void everyKindOfAccountServesStreamedAndNot(Kind kind) {
        var google = Simulator.start();
        try (var rig = Rig.with(home, google, Map.of("a.json", kind.file(google)), Map.of())) {
            assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
            assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");

            assertThat(google.ledger().of("a")).hasSize(2).allMatch(call -> call.service() == kind.service);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReachedByHttp2OverTlsWithAPrivateAuthority(Kind kind) {
        var google = Simulator.start();
        var base = google.https().toString();
        var settings = Map.of(
                "GEMINI_API_ENDPOINT", base,
                "CODE_ASSIST_ENDPOINT", base,
                "VERTEX_ENDPOINT", base,
                "OAUTH_TOKEN_ENDPOINT", google.tokenEndpoint().toString(),
                "UPSTREAM_CA_FILE", google.caFile().toString());
        try (var rig = Rig.with(home, google, Map.of("a.json", kind.file(google)), settings)) {
            assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
            assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");

            assertThat(google.ledger().of("a"))
                    .hasSize(2)
                    .allMatch(call -> call.protocol().equals("HTTP/2"));
        }
    }

    @Test
    void aHundredRequestsOnAnExpiredTokenMakeOneRefresh() {
        var google = Simulator.start();
        var file = google.account("a").loginFile(EXPIRED);
        try (var rig = Rig.with(home, google, Map.of("a.json", file), Map.of())) {
            var statuses = IntStream.range(0, 100)
                    .parallel()
                    .map(_ -> rig.ask("echo: hello").statusCode())
                    .boxed()
                    .toList();

            assertThat(statuses).hasSize(100).containsOnly(200);
            assertThat(refreshes(google)).isEqualTo(1);
        }
    }

    @Test
    void aFreshTokenIsKeptInTheSeedsFormatWithUnknownFields() throws IOException {
        var google = Simulator.start();
        google.account("a").rotatingRefreshTokens();
        var before = new JsonObject(google.account("a").loginFile(EXPIRED)).put("note", "mine");
        try (var rig = Rig.with(home, google, Map.of("a.json", before.encodePrettily()), Map.of())) {
            rig.ask("echo: hello");
            var file = rig.accountFile("a.json");
            Rig.until(() -> !credentials(file).getString("access_token").equals(token(before, "access_token")));

            var after = new JsonObject(Files.readString(file));
            assertThat(after.getString("note")).isEqualTo("mine");
            assertThat(after.getString("projectId")).isEqualTo(before.getString("projectId"));
            assertThat(token(after, "refresh_token")).isNotEqualTo(token(before, "refresh_token"));
            assertThat(credentials(file).getLong("expiry_date")).isGreaterThan(System.currentTimeMillis() + 3_000_000L);
            assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        }
    }

    @Test
    void aTokenThatGoogleRefusesIsRefreshedOnceAndTheRequestServed() {
        var google = Simulator.start();
        var file = google.account("a").loginFile();
        google.account("a").expireTokens();
        try (var rig = Rig.with(home, google, Map.of("a.json", file), Map.of())) {
            assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");

            assertThat(refreshes(google)).isEqualTo(1);
            assertThat(google.ledger().of("a")).extracting(Entry::status).containsExactly(401, 200);
        }
    }

    @Test
    void aRevokedLoginIsLeftOutAndItsFileKept() throws IOException {
        var google = Simulator.start();
        var dead = google.account("dead").loginFile(EXPIRED);
        google.account("dead").revoked();
        try (var rig = Rig.with(
                home,
                google,
                Map.of("dead.json", dead, "good.json", google.account("good").apiKeyFile()),
                Map.of())) {
            Rig.until(() -> rig.ask("echo: hello").statusCode() == 200 && refreshes(google) > 0);
            for (var i = 0; i < 20; i++) {
                assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            }

            assertThat(refreshes(google)).isEqualTo(1);
            assertThat(Files.readString(rig.accountFile("dead.json"))).isEqualTo(dead);
        }
    }

    @Test
    void aTokenEndpointThatFailsIsNotTheAccountsFault() {
        var google = Simulator.start();
        var file = google.account("a").loginFile(EXPIRED);
        google.account("a").nextRefresh(Reaction.reset());
        try (var rig = Rig.with(home, google, Map.of("a.json", file), Map.of())) {
            var before = rig.standing();

            var answer = rig.ask("echo: hello");

            assertThat(answer.statusCode()).isIn(200, 502);
            Rig.until(() -> rig.ask("echo: hello").statusCode() == 200);
            assertThat(before).hasSize(1);
        }
    }

    @Test
    void aMissingProjectIsDiscoveredAndSaved() throws IOException {
        var google = Simulator.start();
        google.account("a").withoutProject();
        try (var rig =
                Rig.with(home, google, Map.of("a.json", google.account("a").loginFile()), Map.of())) {
            assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");

            var file = rig.accountFile("a.json");
            Rig.until(() -> google.account("a").projectId().equals(json(file).getString("projectId")));
        }
    }

    @Test
    void theFolderIsWatched() throws IOException {
        try (var rig = Rig.withKeys(home)) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(503);

            Files.writeString(
                    rig.accountFile("a.json"), rig.google().account("a").apiKeyFile());
            Rig.until(() -> rig.ask("echo: hello").statusCode() == 200);

            Files.writeString(
                    rig.accountFile("a.json"), rig.google().account("b").apiKeyFile());
            Rig.until(() -> {
                rig.ask("echo: hello");
                return !rig.google().ledger().of("b").isEmpty();
            });

            Files.delete(rig.accountFile("a.json"));
            Rig.until(() -> rig.ask("echo: hello").statusCode() == 503);
        }
    }

    @Test
    void brokenFilesAreSkippedAndTheOthersServe() {
        var google = Simulator.start();
        var files = Map.of(
                "broken.json", "{\"projectId\":",
                "strange.json", "{\"type\":\"external_account\"}",
                "empty.json", "",
                "notes.txt", "not an account",
                "good.json", google.account("good").apiKeyFile());
        try (var rig = Rig.with(home, google, files, Map.of())) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);

            assertThat(rig.pool().accounts())
                    .singleElement()
                    .satisfies(member -> assertThat(member.file()).isEqualTo("good.json"));
        }
    }

    @Test
    void aServiceThatIsNotEnabledTakesOnlyThatAccountOut() {
        var google = Simulator.start();
        google.account("off").always(Reaction.failure(GoogleError.PERMISSION_DENIED_SERVICE_DISABLED));
        var files = Map.of(
                "off.json", google.account("off").serviceAccountFile(),
                "on.json", google.account("on").serviceAccountFile());
        try (var rig = Rig.with(home, google, files, Map.of())) {
            Rig.until(() -> rig.ask("echo: hello").statusCode() == 200
                    && !google.ledger().of("off").isEmpty());
            for (var i = 0; i < 20; i++) {
                assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            }

            assertThat(google.ledger().of("off")).hasSize(1);
        }
    }

    private static long refreshes(Simulator google) {
        return google.ledger().count(entry -> entry.kind() == Entry.Kind.TOKEN_REFRESH);
    }

    private static JsonObject json(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static JsonObject credentials(Path file) {
        return json(file).getJsonObject("credentials");
    }

    private static String token(JsonObject file, String name) {
        return file.getJsonObject("credentials").getString(name);
    }
}
