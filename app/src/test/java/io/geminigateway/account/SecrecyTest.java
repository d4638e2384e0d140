package io.geminigateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens, nothing that an account proves itself with is logged, thrown or printed.
class SecrecyTest {
    private static final String CANARY = "canary";

    private final Vertx vertx = Vertx.vertx();
    private final Logs logs = new Logs();
    private final TestClock clock = new TestClock();
    private final FakeTokenEndpoint google = new FakeTokenEndpoint();
    private final List<String> said = new ArrayList<>();
    private final AccountFolder folder;
    private final Path path;

    SecrecyTest(@TempDir Path path) throws IOException {
        this.path = path;
        folder = AccountFolder.open(
                path,
                (_, content) -> {
                    said.add(content.substring(0, 1));
                    throw new IOException("disk full");
                },
                clock);
    }

    @AfterEach
    void close() {
        folder.close();
        logs.close();
        vertx.close().await();
    }

    @Test
    void noSecretIsEverSaid() throws IOException {
        Files.writeString(path.resolve("a.json"), login());
        Files.writeString(path.resolve("b.json"), login());
        Files.writeString(path.resolve("c.json"), login().substring(0, 70));
        Files.writeString(path.resolve("d.json"), "{\"type\":\"api_key\",\"key\":\"canary\\n\"}");
        Files.writeString(path.resolve("e.json"), "{\"type\":\"service_account\",\"private_key\":\"canary\"}");
        folder.look();
        var account = folder.accounts().getFirst();
        google.next(500, "canary")
                .nextUnreachable()
                .next(401, "{\"error\":\"invalid_client\",\"error_description\":\"canary\"}")
                .next(200, "{\"access_token\":\"canary\",\"refresh_token\":\"canary-2\",\"expires_in\":3599}")
                .next(400, "{\"error\":\"invalid_grant\",\"error_description\":\"canary\"}");
        var refresher = new TokenRefresher(
                vertx, google, folder, new OAuthClient("client", new Secret(CANARY)), clock.clocks(), new Random(3));

        for (var i = 0; i < 5; i++) {
            say(refresher.authorize(account));
            clock.pass(Duration.ofHours(2));
        }
        folder.look();
        folder.skipped().forEach(file -> said.add(file.toString()));
        said.add(account.toString());
        said.add(new TokenEndpoint.Answer(200, CANARY).toString());
        said.add(new Tokens(new Secret(CANARY), new Secret(CANARY), "Bearer", Instant.EPOCH, null).toString());
        said.addAll(logs.lines());

        assertThat(google.visits()).isEqualTo(5);
        assertThat(logs.lines("ERROR Account cannot be saved")).hasSize(1);
        assertThat(said).hasSizeGreaterThan(15).noneMatch(line -> line.contains(CANARY));
    }

    private void say(Future<Authorization> answer) {
        said.add(String.valueOf(answer.result()));
        said.add(String.valueOf(answer.cause()));
    }

    private String login() {
        return """
                {"client_id": "c", "client_secret": "canary", "credentials": {"refresh_token": "canary", \
                "access_token": "canary", "expiry_date": %d}}""".formatted(clock.instant().toEpochMilli());
    }
}
