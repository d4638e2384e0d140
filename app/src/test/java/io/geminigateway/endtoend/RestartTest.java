package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import io.geminigateway.state.Bounds;
import io.geminigateway.state.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pool has learned outlives the process, and nothing that is wrong with the file keeps a gateway from
/// serving.
class RestartTest {
    @TempDir
    private Path home;

    @Test
    void aFreezeOutlivesARestart() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.rateLimited(Duration.ofSeconds(60)));
            rig.ask("hello");
            rig.restart();

            assertThat(rig.pool().accounts().getFirst().models().getFirst().state())
                    .isEqualTo(PoolSnapshot.State.FROZEN);
            assertThat(rig.ask("hello").statusCode()).isEqualTo(429);
            assertThat(rig.google().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void aFreezeOutlivesACrash() throws Exception {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.rateLimited(Duration.ofSeconds(60)));
            rig.ask("hello");
            Rig.until(() -> kept(rig).contains("RATE_LIMIT"));

            try (var _ = rig.crash()) {
                assertThat(rig.ask("hello").statusCode()).isEqualTo(429);
                assertThat(rig.google().ledger().entries()).hasSize(1);
            }
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsGivenAnotherChance() throws IOException {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.failure(GoogleError.LEAKED_KEY));
            rig.ask("hello");
            assertThat(rig.pool().accounts().getFirst().state()).isNotEqualTo(PoolSnapshot.State.ACTIVE);

            Files.setLastModifiedTime(
                    rig.accountFile("a.json"), FileTime.from(Instant.now().plusSeconds(5)));
            rig.restart();

            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTornFileIsSetAsideAndTheGatewayServes() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/gateway.db"), "SQLite format 3\0 and then nothing that makes sense");

        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            assertThat(rig.data()).isDirectoryContaining("glob:**/gateway.db.broken-*");
        }
    }

    @Test
    void withoutAFolderForItTheGatewayServes() throws IOException {
        Files.writeString(home.resolve("data"), "a file where the folder should be");

        try (var rig = Rig.withKeys(home, "a")) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
        }
    }

    private static String kept(Rig rig) {
        try (var store = Store.open(rig.data(), InstantSource.system())) {
            var shelf = store.shelf("pool", Bounds.inMemory(1, 1 << 20));
            store.await();
            return shelf.peek("pool")
                    .map(json -> new String(json, StandardCharsets.UTF_8))
                    .orElse("");
        }
    }
}
