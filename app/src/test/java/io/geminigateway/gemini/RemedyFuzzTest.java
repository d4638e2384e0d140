package io.geminigateway.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.geminigateway.Corpus;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// No remedy fails, or makes nonsense, of any JSON.
public class RemedyFuzzTest {
    static Stream<Arguments> remedy() {
        return Corpus.of("remedy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("remedy")
    void aRemedyLeavesARequestJson(String file, byte[] bytes) {
        assertThat(file).isNotEmpty();
        fuzzerTestOneInput(bytes);
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] json) {
        parsed(json).ifPresent(request -> {
            for (var remedy : Remedy.values()) {
                assertThat(JsonValue.parse(remedy.applied(json)).asObject()).isPresent();
            }
        });
    }

    private static Optional<JsonValue.Members> parsed(byte[] json) {
        try {
            return JsonValue.parse(json).asObject();
        } catch (MalformedJsonException malformed) {
            return Optional.empty();
        }
    }
}
