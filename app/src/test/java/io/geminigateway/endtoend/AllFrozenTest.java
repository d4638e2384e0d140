package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllFrozenTest {
    @TempDir
    private Path home;

    @Test
    void whenEveryAccountIsFrozenTheClientLearnsAtOnceWhenToComeBack() {
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
    void anAccountServesAgainWhenItsFreezeIsOver() {
        try (var rig = Rig.withKeys(home, "a")) {
            rig.google().account("a").next(Reaction.rateLimited(Duration.ofMillis(300)));
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(429);

            Rig.until(() -> rig.ask("echo: hello").statusCode() == 200);

            assertThat(rig.google().ledger().of("a")).hasSize(2);
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
