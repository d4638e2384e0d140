package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShutdownTest {
    @TempDir
    private Path home;

    @Test
    void whatRunsComesToItsEndAndNothingNewBegins() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().next(Reaction.text("word ".repeat(80).strip()).paced(Duration.ofMillis(50)));
            var answer = CompletableFuture.supplyAsync(() -> rig.stream("hello"));
            rig.google().ledger().await(entry -> entry.eventsSent() > 1, Duration.ofSeconds(5));

            var closed = CompletableFuture.runAsync(rig::closeGateway);
            Rig.until(() -> rig.get("/readyz").statusCode() == 503);
            var late = rig.ask("hello");

            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).contains("shutting down");
            assertThat(Told.streamed(answer.join()).isComplete()).isTrue();
            closed.join();
        }
    }

    @Test
    void whatTakesTooLongIsToldSo() {
        try (var rig = Rig.draining(home, Duration.ofMillis(300))) {
            rig.google().next(Reaction.silenceAfter(1));
            var answer = CompletableFuture.supplyAsync(() -> rig.stream("hello"));
            var call = rig.google().ledger().await(entry -> entry.eventsSent() == 1, Duration.ofSeconds(5));

            rig.closeGateway();

            var told = answer.join();
            assertThat(Told.streamed(told).error()).isNotNull();
            assertThat(told.body()).contains("shutting down").doesNotContain("[DONE]");
            Rig.until(() -> call.end() == Entry.End.CLIENT_LEFT);
        }
    }

    @Test
    void whoStillWaitsForAnAccountIsSentAway() {
        try (var rig = Rig.draining(home, Duration.ofMillis(300))) {
            rig.google().account("a").always(Reaction.rateLimited(Duration.ofSeconds(8)));
            var answer = CompletableFuture.supplyAsync(() -> rig.ask("hello"));
            rig.google().ledger().await(entry -> entry.status() == 429, Duration.ofSeconds(5));

            rig.closeGateway();

            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().body()).contains("shutting down");
        }
    }
}
