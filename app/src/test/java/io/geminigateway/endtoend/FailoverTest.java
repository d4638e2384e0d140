package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.pool.PoolSnapshot;
import io.geminigateway.simulator.Entry;
import io.geminigateway.simulator.GoogleError;
import io.geminigateway.simulator.Reaction;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever is asked first fails: the request moves on before the client notices.
class FailoverTest {
    @SharedRig
    private static Rig rig;

    @ParameterizedTest
    @EnumSource(
            names = {
                "API_KEY_INVALID",
                "API_KEY_EXPIRED",
                "LEAKED_KEY",
                "TOKEN_TYPE_UNSUPPORTED",
                "PERMISSION_DENIED_SERVICE_DISABLED",
                "TOS_VIOLATION",
                "LOCATION_UNSUPPORTED",
                "RATE_LIMITED",
                "DAILY_QUOTA",
                "ZERO_QUOTA",
                "RESOURCE_EXHAUSTED_PLAIN",
                "INTERNAL_500",
                "BAD_GATEWAY_502",
                "OVERLOADED_503",
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED_504"
            })
    void everyRefusalAndFailureOfGooglesMovesOn(GoogleError error) {
        rig.google().next(Reaction.failure(error));
        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");
        assertMovedOn();

        rig.refresh();
        rig.google().next(Reaction.failure(error));
        assertThat(Told.whole(rig.ask("echo: hello")).text()).isEqualTo("hello");
        assertMovedOn();
    }

    static Stream<Reaction> brokenAnswers() {
        return Stream.of(
                Reaction.text(""),
                Reaction.raw(200, "text/html", "<html>hello</html>"),
                Reaction.raw(200, "application/json", ""),
                Reaction.raw(200, "text/event-stream", "data: {\"candidates\":"),
                Reaction.raw(200, "text/event-stream", "{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}"),
                Reaction.raw(302, "text/plain", "elsewhere"));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void everyBrokenAnswerMovesOn(Reaction reaction) {
        rig.google().next(reaction);

        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");

        assertMovedOn();
    }

    @Test
    void aConnectionThatDiesUnansweredIsMadeGood() {
        rig.google().next(Reaction.reset());

        assertThat(Told.streamed(rig.stream("echo: hello")).text()).isEqualTo("hello");
    }

    @Test
    void aFrozenAccountIsLeftAloneForAsLongAsGoogleSays() {
        rig.google().next(Reaction.rateLimited(Duration.ofSeconds(30)));

        for (var i = 0; i < 40; i++) {
            assertThat(rig.ask("echo: hello").statusCode()).isEqualTo(200);
        }

        var calls = rig.google().ledger().entries();
        var limited = calls.getFirst().account().orElseThrow();
        assertThat(calls).extracting(Entry::status).containsOnlyOnce(429);
        assertThat(rig.google().ledger().of(limited)).hasSize(1);
        assertThat(rig.pool().accounts())
                .filteredOn(member -> member.file().equals(limited + ".json"))
                .singleElement()
                .satisfies(member ->
                        assertThat(member.models()).anyMatch(arm -> arm.state() == PoolSnapshot.State.FROZEN));
    }

    private static void assertMovedOn() {
        assertThat(rig.google().ledger().entries())
                .hasSize(2)
                .extracting(entry -> entry.account().orElseThrow())
                .doesNotHaveDuplicates();
    }
}
