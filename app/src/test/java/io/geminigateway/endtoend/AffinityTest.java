package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A conversation that returns is drawn to the account that served it, whose prompt cache is warm.
class AffinityTest {
    @TempDir
    private Path home;

    @Test
    void aConversationStaysWithItsAccountUntilThatIsFrozen() {
        try (var rig = Rig.withKeys(home, "a", "b", "c")) {
            for (var i = 0; i < 60; i++) {
                rig.ask("echo: somebody else's question " + i);
            }
            rig.google().ledger().clear();

            for (var i = 0; i < 40; i++) {
                turn(rig);
            }
            var calls = calls(rig);
            var favourite = calls.entrySet().stream()
                    .max(Comparator.comparingLong(Map.Entry::getValue))
                    .orElseThrow();
            assertThat(favourite.getValue())
                    .as("calls of the favourite among %s", calls)
                    .isGreaterThan(28);

            new Operator(rig).post("/accounts/%s/freeze".formatted(favourite.getKey()), "{\"seconds\":600}");
            rig.google().ledger().clear();
            for (var i = 0; i < 5; i++) {
                turn(rig);
            }
            assertThat(calls(rig)).doesNotContainKey(favourite.getKey());
        }
    }

    private static void turn(Rig rig) {
        var answer = rig.chat("""
                {"model":"%s","prompt_cache_key":"thread 1","messages":[{"role":"user","content":"echo: hello"}]}
                """.formatted(Rig.MODEL));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static Map<String, Long> calls(Rig rig) {
        return rig.google().ledger().entries().stream()
                .map(Entry::account)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(account -> account, Collectors.counting()));
    }
}
