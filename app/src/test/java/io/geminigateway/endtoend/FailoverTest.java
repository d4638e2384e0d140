package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FailoverTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(
            names = {
                "API_KEY_INVALID",
                "LEAKED_KEY",
                "PERMISSION_DENIED_SERVICE_DISABLED",
                "TOS_VIOLATION",
                "RATE_LIMITED",
                "DAILY_QUOTA",
                "RESOURCE_EXHAUSTED_PLAIN",
                "INTERNAL_500",
                "BAD_GATEWAY_502",
                "OVERLOADED_503",
                "DEADLINE_EXCEEDED_504"
            },
            mode = Mode.INCLUDE)
    void aFailingAccountIsReplacedBeforeTheClientNotices(GoogleError error) {
        try (var rig = Rig.withKeys(home, "good", "bad")) {
            rig.google().account("bad").always(Reaction.failure(error));

            for (var i = 0; i < 12; i++) {
                var answer = i % 2 == 0 ? rig.ask("echo: hello") : rig.stream("echo: hello");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("hello");
            }

            assertThat(rig.google().ledger().of("bad")).isNotEmpty();
        }
    }

    @Test
    void aFrozenAccountIsLeftAloneForAsLongAsGoogleSays() {
        try (var rig = Rig.withKeys(home, "good", "limited")) {
            rig.google().account("limited").always(Reaction.rateLimited(Duration.ofSeconds(30)));

            for (var i = 0; i < 40; i++) {
                assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
            }

            assertThat(rig.google().ledger().of("limited")).hasSize(1);
            assertThat(rig.pool().accounts())
                    .filteredOn(member -> member.file().equals("limited.json"))
                    .allSatisfy(member ->
                            assertThat(member.models()).anyMatch(arm -> arm.state() == PoolSnapshot.State.FROZEN));
        }
    }

    @Test
    void anUnreachableStreamIsRetriedOnAnotherAccount() {
        try (var rig = Rig.withKeys(home, "good", "bad")) {
            rig.google().account("bad").always(Reaction.reset());

            for (var i = 0; i < 10; i++) {
                assertThat(rig.stream("echo: hello").body()).contains("hello").contains("[DONE]");
            }
        }
    }

    @Test
    void anEmptyAnswerCountsAsAFailure() {
        try (var rig = Rig.withKeys(home, "good", "bad")) {
            rig.google().account("bad").always(Reaction.text(""));

            for (var i = 0; i < 10; i++) {
                assertThat(rig.stream("echo: hello").body()).contains("hello");
                assertThat(rig.ask("echo: hello").body()).contains("hello");
            }
        }
    }
}
