package io.geminigateway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.simulator.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A pretend model that signs its calls and insists on getting the signatures back, and clients that bring back more or
/// less of what they were told.
class ResponsesLoopTest {
    private static final String ERRAND =
            "do: weather {\"city\":\"Rome\"} & weather {\"city\":\"Oslo\"} | clock {} | clock {\"n\":1.50} | echo Rome is warm";
    private static final String SKIP = "skip_thought_signature_validator";

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.withKeys(home, "a", "b");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    static Stream<Arguments> clients() {
        return Stream.of(ResponsesClient.Memory.values())
                .flatMap(memory -> Stream.of(Arguments.of(memory, true), Arguments.of(memory, false)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theLoopGoesAllTheWay(ResponsesClient.Memory memory, boolean streaming) {
        var client = client(memory, streaming);

        var answer = client.ask(ERRAND);

        assertThat(answer).isEqualTo("Rome is warm");
        assertThat(client.calls()).containsExactly("weather", "weather", "clock", "clock");
        assertThat(bodies()).hasSize(4).noneMatch(body -> body.contains(SKIP));
        assertThat(bodies().getLast().split("\"thoughtSignature\"", -1)).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theLoopGoesOnAfterARestart(ResponsesClient.Memory memory, boolean streaming) {
        var client = new ResponsesClient(
                body -> {
                    rig.restart();
                    return rig.post("/v1/responses", body).body();
                },
                memory,
                streaming,
                "weather",
                "clock");

        assertThat(client.ask(ERRAND)).isEqualTo("Rome is warm");
        assertThat(bodies()).hasSize(4).noneMatch(body -> body.contains(SKIP));
    }

    /// Another gateway, which never heard of the calls, finds all that it needs in what the client brings.
    @Test
    void whoBringsAllBackNeedsNoMemory(@TempDir Path elsewhere) {
        try (var other = Rig.withKeys(elsewhere, "a")) {
            var asked = new int[1];
            var client = new ResponsesClient(
                    body -> {
                        var gateway = asked[0]++ == 0 ? other : rig;
                        return gateway.post("/v1/responses", body).body();
                    },
                    ResponsesClient.Memory.VERBATIM,
                    true,
                    "weather",
                    "clock");

            assertThat(client.ask("do: weather {} | echo done")).isEqualTo("done");
            assertThat(bodies()).hasSize(1).noneMatch(body -> body.contains(SKIP));
        }
    }

    private ResponsesClient client(ResponsesClient.Memory memory, boolean streaming) {
        return new ResponsesClient(
                body -> rig.post("/v1/responses", body).body(), memory, streaming, "weather", "clock");
    }

    private List<String> bodies() {
        return rig.google().ledger().entries().stream()
                .filter(entry -> entry.path().contains("enerateContent"))
                .map(Entry::body)
                .toList();
    }
}
