package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllFrozenTest {
    @TempDir
    private Path home;

    @Test
    void whenEveryAccountIsFrozenForLongTheClientLearnsAtOnceWhenToComeBack() {
        try (var rig = Rig.withKeys(home, "a", "b")) {
            rig.google().account("a").always(Reaction.rateLimited(Duration.ofSeconds(50)));
            rig.google().account("b").always(Reaction.rateLimited(Duration.ofSeconds(25)));
            rig.ask("hello");
            rig.google().ledger().clear();

            var begun = System.nanoTime();
            var answer = rig.stream("hello");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("retry-after").orElseThrow())
                    .isBetween(24L, 26L);
            assertThat(answer.body()).contains("rate_limit_exceeded");
            assertThat(rig.google().ledger().entries()).isEmpty();
        }
    }

    @Test
    void aRequestWaitsForAnAccountThatIsBackSoon() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.rateLimited(Duration.ofMillis(300)));

            var answer = rig.ask("echo: hello");

            assertThat(Told.whole(answer).text()).isEqualTo("hello");
            assertThat(rig.google().ledger().of("a")).extracting(Entry::status).containsExactly(429, 200);
        }
    }

    @Test
    void thoseWhoWaitAreAllServedWhenTheAccountIsBack() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.rateLimited(Duration.ofMillis(300)));

            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> rig.stream("echo: hello")))
                    .limit(6)
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void withoutAccountsTheGatewayServesAndSaysWhatToDo() {
        try (var rig = Rig.withKeys(home)) {
            var answer = rig.ask("hello");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("no Gemini account").contains("accounts folder");
            assertThat(rig.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(rig.get("/livez").statusCode()).isEqualTo(200);
            assertThat(rig.get("/v1/models").statusCode()).isEqualTo(200);
        }
    }
}
